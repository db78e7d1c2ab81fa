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

/// A candidate with the fired rules that bear on it.
package struct CandidateStanding: Sendable {
  package let candidate: Candidate
  package let isEligible: Bool
  package let score: Int
  package let contributions: [RankedCandidate.Contribution]
  package let exclusions: [Rule]
  package let exceededLimits: [CapacityFinding]

  init(_ candidate: Candidate, _ decision: Decision, _ catalog: Catalog) {
    let ranked = (decision.patterns + decision.topologies + decision.technologies)
      .first { $0.candidate.id == candidate.id }
    let bearings = decision.firedRules.map { ($0, $0.bearing(on: candidate, in: catalog)) }
    self.candidate = candidate
    isEligible = ranked?.isEligible ?? true
    contributions = RankedCandidate.Contribution.sorted(
      bearings.filter { $0.1.points != 0 }.map { .init(rule: $0.0, points: $0.1.points) })
    score = contributions.reduce(0) { $0 + $1.points }
    exclusions = bearings.filter(\.1.excludes).map(\.0)
    exceededLimits = ranked?.exceededLimits ?? []
  }
}
