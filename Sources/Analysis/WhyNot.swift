package import CatalogModel
package import DecisionEngine
package import Requirements

/// Why a candidate is not the recommended one, and what would make it that.
package struct WhyNot: Sendable {
  package let standing: CandidateStanding
  package let isRecommended: Bool
  /// The recommended candidate in whose place it would stand; `nil` where there is none.
  package let winner: CandidateStanding?
  /// The parts that a technology could play in the recommended design.
  package let parts: [Part]
  /// Rules that would help it and that one stated answer keeps from firing.
  package let nearMisses: [Chance]
  /// Rules that would help it and that rest on unstated answers alone.
  package let waiting: [Chance]
  /// The single answers under which it is recommended.
  package let answers: [Flip]

  /// A role of the recommended design that lists the technology.
  package struct Part: Sendable {
    package let role: RoleDescription
    /// The recommended pattern or topology.
    package let owner: Candidate
    package let rated: RatedTechnology
    package let winner: RecommendedTechnology?
    package let obstacle: Obstacle
  }

  /// What keeps a technology out of a role, beside knock-outs and points.
  package enum Obstacle: Sendable, Hashable {
    case none
    /// The condition of the role does not hold.
    case absent(Predicate)
    /// The role follows technologies that are not recommended.
    case follows([String])
    /// The guides rate the winner better.
    case fit
  }

  /// A rule that does not fire and would help.
  package struct Chance: Sendable {
    package let rule: Rule
    /// The test that fails; `nil` where nothing but unstated answers is in the way.
    package let objecting: RequirementTest?
    /// The tests that rest on unstated answers.
    package let unknown: [RequirementTest]
    /// What it would do to the candidate, and to the winner.
    package let own: RuleBearing
    package let rival: RuleBearing
  }
}
