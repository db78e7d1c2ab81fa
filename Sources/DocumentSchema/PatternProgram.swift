/// A regular expression as a nondeterministic automaton, run in time linear in the text.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case character(PatternClass)
    case fork(Int, Int)
    case jump(Int)
    case accept
  }

  private let instructions: [Instruction]

  /// `nil` where the expression is outside the dialect of `TextPattern`.
  init?(_ expression: String) {
    guard let root = PatternParser.parse(expression) else { return nil }
    var instructions: [Instruction] = []
    Self.emit(root, into: &instructions)
    instructions.append(.accept)
    self.instructions = instructions
  }

  func matches(_ text: some Sequence<Unicode.Scalar>) -> Bool {
    var current = States(count: instructions.count)
    follow(0, into: &current)
    for scalar in text {
      var next = States(count: instructions.count)
      for state in current.list {
        if case .character(let wanted) = instructions[state], wanted.contains(scalar) {
          follow(state + 1, into: &next)
        }
      }
      if next.list.isEmpty { return false }
      current = next
    }
    return current.list.contains(instructions.count - 1)
  }

  /// The states of the automaton that are alive.
  private struct States {
    var list: [Int] = []
    var isIn: [Bool]

    init(count: Int) { isIn = Array(repeating: false, count: count) }
  }

  private func follow(_ state: Int, into states: inout States) {
    guard !states.isIn[state] else { return }
    states.isIn[state] = true
    switch instructions[state] {
    case .jump(let target): follow(target, into: &states)
    case .fork(let one, let other):
      follow(one, into: &states)
      follow(other, into: &states)
    case .character, .accept: states.list.append(state)
    }
  }

  private static func emit(_ node: PatternNode, into code: inout [Instruction]) {
    switch node {
    case .character(let wanted): code.append(.character(wanted))
    case .sequence(let nodes): for node in nodes { emit(node, into: &code) }
    case .alternatives(let nodes): emit(alternatives: nodes[...], into: &code)
    case .repetition(let node, let minimum, let maximum):
      for _ in 0..<minimum { emit(node, into: &code) }
      guard let maximum else { return emit(star: node, into: &code) }
      emit(optional: node, times: maximum - minimum, into: &code)
    }
  }

  private static func emit(alternatives nodes: ArraySlice<PatternNode>, into code: inout [Instruction]) {
    guard let first = nodes.first else { return }
    guard nodes.count > 1 else { return emit(first, into: &code) }
    let fork = code.count
    code.append(.jump(0))
    emit(first, into: &code)
    let jump = code.count
    code.append(.jump(0))
    code[fork] = .fork(fork + 1, code.count)
    emit(alternatives: nodes.dropFirst(), into: &code)
    code[jump] = .jump(code.count)
  }

  private static func emit(star node: PatternNode, into code: inout [Instruction]) {
    let fork = code.count
    code.append(.jump(0))
    emit(node, into: &code)
    code.append(.jump(fork))
    code[fork] = .fork(fork + 1, code.count)
  }

  private static func emit(optional node: PatternNode, times: Int, into code: inout [Instruction]) {
    var forks: [Int] = []
    for _ in 0..<times {
      forks.append(code.count)
      code.append(.jump(0))
      emit(node, into: &code)
    }
    for fork in forks { code[fork] = .fork(fork + 1, code.count) }
  }
}
