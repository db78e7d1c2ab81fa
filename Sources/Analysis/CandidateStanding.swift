package import CatalogModel
package import DecisionEngine

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
