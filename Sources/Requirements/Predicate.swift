/// A conjunction of closed tests over the requirements of a profile; empty, it always holds.
package struct Predicate: Sendable, Hashable {
  package let tests: [RequirementTest]

  package init(tests: [RequirementTest]) { self.tests = tests }

  /// No when a test fails, else unknown when one rests on an unstated answer, else yes.
  package func evaluate(_ answers: Answers) -> Truth {
    tests.lazy.map { $0.evaluate(answers) }.min() ?? .yes
  }
}

/// A closed test of one requirement.
package struct RequirementTest: Sendable, Hashable {
  /// The index of the requirement in the vocabulary.
  package let requirement: Int
  package let accepts: Acceptance

  package init(requirement: Int, accepts: Acceptance) {
    self.requirement = requirement
    self.accepts = accepts
  }

  package func evaluate(_ answers: Answers) -> Truth {
    guard let answer = answers[requirement] else { return .unknown }
    return accepts.holds(for: answer) ? .yes : .no
  }
}

/// The answers that a test accepts.
package enum Acceptance: Sendable, Hashable {
  /// One of the words of an enumeration, a bit for each index.
  case choice(UInt64)
  case boolean(Bool)
  /// Both bounds belong to it.
  case quantity(ClosedRange<Int>)
  /// A list that holds at least one of the words.
  case holdsAny(UInt64)
  /// A list that holds none of the words.
  case holdsNone(UInt64)

  package func holds(for answer: Answer) -> Bool {
    switch (self, answer) {
    case (.choice(let mask), .choice(let index)): mask & (1 << UInt64(index)) != 0
    case (.boolean(let expected), .boolean(let value)): expected == value
    case (.quantity(let range), .quantity(let value)): range.contains(value)
    case (.holdsAny(let mask), .choices(let held)): mask & held != 0
    case (.holdsNone(let mask), .choices(let held)): mask & held == 0
    default: preconditionFailure("a test of another type than its requirement was read")
    }
  }
}
