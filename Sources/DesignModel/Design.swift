import CatalogModel
package import DecisionEngine
package import Requirements

/// What will be built for one profile: what the architects decided, and otherwise what is recommended.
package struct Design: Sendable {
  package let id: String
  package let title: String
  package let owner: String?
  package let description: String?
  package let settings: WorkspaceSettings

  /// `nil` when none is decided and none recommended.
  package let pattern: RankedCandidate?
  package let topology: RankedCandidate?
  /// In the order in which the data meets them.
  package let technologies: [DesignedTechnology]
  /// By id, each once.
  package let practices: [ObligedPractice]
  package let warnings: [RaisedWarning]

  /// What decided the pattern and the topology, the weightiest first.
  package let reasons: [Reason]
  /// Every pattern, ranked.
  package let options: [RankedCandidate]
  /// Points between the recommended pattern and the runner-up.
  package let margin: Int?
  package let runnerUp: RankedCandidate?
  package let isSettled: Bool
  /// The requirements that an undetermined rule asks for, in the vocabulary's order.
  package let unknowns: [Requirement]
  package let departures: [Departure]
  /// What the technologies spend of their limits, by technology and then in the catalog's order.
  package let capacity: [CapacityFinding]
  /// Why the architects decided as they did.
  package let decisionBecause: String?

  /// Stated and derived.
  package let answers: Answers
  /// The indices of the requirements whose answers were derived.
  package let derived: Set<Int>
  /// What the other system is called.
  package let remoteName: String?
  package let contract: Contract
  /// Whether the answers of several systems are put together into one.
  package let isAggregating: Bool
  package let flow: Flow

  /// Whether a technology is part of the design.
  package func uses(_ technology: String) -> Bool { technologies.contains { $0.candidate.id == technology } }

  /// Whether a practice is obliged.
  package func obliges(_ practice: String) -> Bool { practices.contains { $0.practice.id == practice } }
}
