/// A regular expression as a nondeterministic automaton, run in time linear in the text.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// One character of the set, or, beyond ASCII, of the class with that number.
    case character(ASCIISet, otherwise: Int)
    case fork(Int, Int)
    case jump(Int)
    case accept
  }

  /// The ASCII characters of a class, a bit for each.
  struct ASCIISet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ wanted: PatternClass) {
      for range in wanted.ranges where range.first.isASCII {
        for value in range.first.value...min(range.last.value, 127) {
          if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
        }
      }
      if wanted.isNegated { (low, high) = (~low, ~high) }
    }

    func contains(_ byte: UInt8) -> Bool { (byte < 64 ? low : high) & 1 << UInt64(byte & 63) != 0 }
  }

  /// A program in the making.
  private struct Code {
    var instructions: [Instruction] = []
    var classes: [PatternClass] = []
    var count: Int { instructions.count }
  }

  private let instructions: [Instruction]
  /// The classes, for the characters beyond ASCII.
  private let classes: [PatternClass]

  /// `nil` where the expression is outside the dialect of `TextPattern`.
  init?(_ expression: String) {
    guard let root = PatternParser.parse(expression) else { return nil }
    var code = Code()
    Self.emit(root, into: &code)
    code.instructions.append(.accept)
    instructions = code.instructions
    classes = code.classes
  }

  /// Whether the whole text is spelt so; the bytes are valid UTF-8.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = instructions.count
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * count) { memory in
      memory.initialize(repeating: -1)
      return instructions.withUnsafeBufferPointer { instructions in
        var run = Run(instructions: instructions, memory: memory)
        guard text.allSatisfy({ $0 < 0x80 }) else {
          let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
          return run.matches(scalars) { $0.isASCII ? $1.contains(UInt8($0.value)) : classes[$2].contains($0) }
        }
        return run.matches(text) { byte, wanted, _ in wanted.contains(byte) }
      }
    }
  }

  /// The instructions that wait for the first character, in their order.
  var start: [Int] { waiting(from: [0]) }

  /// The instructions that wait for the next character, once those given have met an ASCII character.
  func followers(of states: [Int], on byte: UInt8) -> [Int] {
    let met = states.filter { state in
      if case .character(let wanted, _) = instructions[state] { wanted.contains(byte) } else { false }
    }
    return waiting(from: met.map { $0 + 1 })
  }

  /// Whether a text may end where these instructions wait.
  func accepts(_ states: [Int]) -> Bool { states.last == instructions.count - 1 }

  /// The instructions at which a run stops that sets out from some, in their order.
  private func waiting(from starts: [Int]) -> [Int] {
    var isReached = [Bool](repeating: false, count: instructions.count)
    var waiting: [Int] = []
    var open = starts
    while let state = open.popLast() {
      guard !isReached[state] else { continue }
      isReached[state] = true
      switch instructions[state] {
      case .jump(let target): open.append(target)
      case .fork(let one, let other): open += [one, other]
      case .character, .accept: waiting.append(state)
      }
    }
    return waiting.sorted()
  }

  /// One run of the automaton, in memory that is lent to it, so that a character costs no allocation.
  private struct Run {
    let instructions: UnsafeBufferPointer<Instruction>
    /// For each state the step in which it was last alive.
    private let lastAlive: UnsafeMutableBufferPointer<Int32>
    /// The states that are alive and wait for a character, at this step and at the next.
    private var current: States
    private var next: States

    private struct States {
      var list: UnsafeMutableBufferPointer<Int32>
      var count = 0
    }

    /// - Parameter memory: three numbers for each instruction, all below zero.
    init(instructions: UnsafeBufferPointer<Instruction>, memory: UnsafeMutableBufferPointer<Int32>) {
      let count = instructions.count
      self.instructions = instructions
      lastAlive = UnsafeMutableBufferPointer(rebasing: memory[..<count])
      current = States(list: UnsafeMutableBufferPointer(rebasing: memory[count..<2 * count]))
      next = States(list: UnsafeMutableBufferPointer(rebasing: memory[(2 * count)...]))
    }

    @inline(__always)
    mutating func matches<Text: Sequence>(
      _ text: Text, _ isWanted: (Text.Element, ASCIISet, Int) -> Bool
    ) -> Bool {
      follow(0, at: 0)
      swap(&current, &next)
      var step: Int32 = 0
      for character in text {
        step += 1
        next.count = 0
        for place in 0..<current.count {
          let state = Int(current.list[place])
          if case .character(let wanted, let other) = instructions[state],
            isWanted(character, wanted, other)
          {
            follow(state + 1, at: step)
          }
        }
        if next.count == 0 { return false }
        swap(&current, &next)
      }
      return (0..<current.count).contains { Int(current.list[$0]) == instructions.count - 1 }
    }

    private mutating func follow(_ state: Int, at step: Int32) {
      guard lastAlive[state] != step else { return }
      lastAlive[state] = step
      switch instructions[state] {
      case .jump(let target): follow(target, at: step)
      case .fork(let one, let other):
        follow(one, at: step)
        follow(other, at: step)
      case .character, .accept:
        next.list[next.count] = Int32(truncatingIfNeeded: state)
        next.count += 1
      }
    }
  }

  private static func emit(_ node: PatternNode, into code: inout Code) {
    switch node {
    case .character(let wanted):
      code.instructions.append(.character(ASCIISet(wanted), otherwise: code.classes.count))
      code.classes.append(wanted)
    case .sequence(let nodes): for node in nodes { emit(node, into: &code) }
    case .alternatives(let nodes): emit(alternatives: nodes[...], into: &code)
    case .repetition(let node, let minimum, let maximum):
      for _ in 0..<minimum { emit(node, into: &code) }
      guard let maximum else { return emit(star: node, into: &code) }
      emit(optional: node, times: maximum - minimum, into: &code)
    }
  }

  private static func emit(alternatives nodes: ArraySlice<PatternNode>, into code: inout Code) {
    guard let first = nodes.first else { return }
    guard nodes.count > 1 else { return emit(first, into: &code) }
    let fork = code.count
    code.instructions.append(.jump(0))
    emit(first, into: &code)
    let jump = code.count
    code.instructions.append(.jump(0))
    code.instructions[fork] = .fork(fork + 1, code.count)
    emit(alternatives: nodes.dropFirst(), into: &code)
    code.instructions[jump] = .jump(code.count)
  }

  private static func emit(star node: PatternNode, into code: inout Code) {
    let fork = code.count
    code.instructions.append(.jump(0))
    emit(node, into: &code)
    code.instructions.append(.jump(fork))
    code.instructions[fork] = .fork(fork + 1, code.count)
  }

  private static func emit(optional node: PatternNode, times: Int, into code: inout Code) {
    var forks: [Int] = []
    for _ in 0..<times {
      forks.append(code.count)
      code.instructions.append(.jump(0))
      emit(node, into: &code)
    }
    for fork in forks { code.instructions[fork] = .fork(fork + 1, code.count) }
  }
}
