package import DecisionEngine

/// What other answers would make of a decision.
package struct Outlook: Sendable {
  /// Unstated requirements whose answer can change the recommendation, the most decisive first.
  package let unknowns: [OpenQuestion]
  /// Single changes of a stated answer that change pattern or topology, in the vocabulary's order.
  package let flips: [Flip]
}

/// An unstated requirement, and what each answer would lead to.
package struct OpenQuestion: Sendable, Hashable {
  /// The index of the requirement.
  package let requirement: Int
  package let outcomes: [Outcome]
  /// What at least one answer changes.
  package let canChange: [Aspect]
}

/// An answer, and the recommendation under it.
package struct Outcome: Sendable, Hashable {
  package let answer: AnswerDomain.Cell
  package let choice: Choice
  /// How it differs from the present recommendation.
  package let changes: [Aspect]
}

/// A change of one stated answer that changes the winner.
package struct Flip: Sendable, Hashable {
  package let requirement: Int
  package let answer: AnswerDomain.Cell
  package let choice: Choice
  package let changes: [Aspect]
}

/// The ids that a ranking recommends.
package struct Choice: Sendable, Hashable {
  package let pattern: String?
  package let topology: String?
  package let technologies: [String]
}

/// A part of a recommendation; the earlier, the more decisive.
package enum Aspect: String, Sendable, Hashable, CaseIterable {
  case pattern, topology, technologies
}
