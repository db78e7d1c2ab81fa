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
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * instructions.count) { memory in
      memory.initialize(repeating: -1)
      var run = Run(instructions: instructions, memory: memory)
      return run.matches(text)
    }
  }

  /// One run of the automaton, in memory that is lent to it, so that a character costs no allocation.
  private struct Run {
    let instructions: [Instruction]
    /// For each state the step in which it was last alive.
    private let lastAlive: UnsafeMutableBufferPointer<Int>
    /// The states that are alive and wait for a character, at this step and at the next.
    private var current: States
    private var next: States

    private struct States {
      var list: UnsafeMutableBufferPointer<Int>
      var count = 0
    }

    /// - Parameter memory: three numbers for each instruction, all below zero.
    init(instructions: [Instruction], memory: UnsafeMutableBufferPointer<Int>) {
      let count = instructions.count
      self.instructions = instructions
      lastAlive = UnsafeMutableBufferPointer(rebasing: memory[..<count])
      current = States(list: UnsafeMutableBufferPointer(rebasing: memory[count..<2 * count]))
      next = States(list: UnsafeMutableBufferPointer(rebasing: memory[(2 * count)...]))
    }

    mutating func matches(_ text: some Sequence<Unicode.Scalar>) -> Bool {
      follow(0, at: 0)
      swap(&current, &next)
      var step = 0
      for scalar in text {
        step += 1
        next.count = 0
        for place in 0..<current.count {
          let state = current.list[place]
          if case .character(let wanted) = instructions[state], wanted.contains(scalar) {
            follow(state + 1, at: step)
          }
        }
        if next.count == 0 { return false }
        swap(&current, &next)
      }
      return (0..<current.count).contains { current.list[$0] == instructions.count - 1 }
    }

    private mutating func follow(_ state: Int, at step: Int) {
      guard lastAlive[state] != step else { return }
      lastAlive[state] = step
      switch instructions[state] {
      case .jump(let target): follow(target, at: step)
      case .fork(let one, let other):
        follow(one, at: step)
        follow(other, at: step)
      case .character, .accept:
        next.list[next.count] = state
        next.count += 1
      }
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
