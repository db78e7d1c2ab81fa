/// A text pattern as a deterministic automaton, which takes one look into a table for each character.
///
/// A state is made when a text first comes to it: most texts come to few of them, and some patterns have very
/// many. The program itself is run for the first texts, because one document is not worth a table, for texts beyond
/// ASCII, and once there are too many states. A text with a line break is spelt like no pattern.
struct PatternAutomaton {
  private static let firstTexts = 64
  private static let mostStates = 512
  /// What the table holds besides the number of a state.
  private static let unknown: Int16 = -1
  private static let dead: Int16 = -2

  private let pattern: TextPattern
  private var textCount = 0
  /// The instructions at which each state waits for a character.
  private var states: [[Int]] = []
  private var numbers: [[Int]: Int] = [:]
  private var accepts: [Bool] = []
  /// For each state the one that follows each ASCII character.
  private var table: [Int16] = []

  init(_ pattern: TextPattern) { self.pattern = pattern }

  /// Whether the whole text is spelt so; the bytes are valid UTF-8.
  mutating func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    textCount += 1
    guard textCount > Self.firstTexts else { return pattern.matches(text) }
    if states.isEmpty { _ = number(of: pattern.program.start) }
    var state = 0
    for byte in text {
      guard byte < 0x80 else { return pattern.matches(text) }
      var next = table[state << 7 | Int(byte)]
      if next == Self.unknown {
        guard let made = follower(of: state, on: byte) else { return pattern.matches(text) }
        next = made
        table[state << 7 | Int(byte)] = next
      }
      guard next >= 0 else { return false }
      state = Int(next)
    }
    return accepts[state]
  }

  /// What follows a state; `nil` where there are too many states.
  private mutating func follower(of state: Int, on byte: UInt8) -> Int16? {
    let instructions = pattern.program.followers(of: states[state], on: byte)
    if instructions.isEmpty { return Self.dead }
    return number(of: instructions).map { Int16($0) }
  }

  private mutating func number(of instructions: [Int]) -> Int? {
    if let known = numbers[instructions] { return known }
    guard states.count < Self.mostStates else { return nil }
    let number = states.count
    numbers[instructions] = number
    states.append(instructions)
    accepts.append(pattern.program.accepts(instructions))
    table.append(contentsOf: repeatElement(Self.unknown, count: 128))
    for lineBreak in [0x0A, 0x0D] { table[number << 7 | lineBreak] = Self.dead }
    return number
  }
}
