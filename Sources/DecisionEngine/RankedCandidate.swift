package import CatalogModel

/// A candidate with what speaks for and against it.
package struct RankedCandidate: Sendable {
  package let candidate: Candidate
  package let isEligible: Bool
  package let score: Int
  package let contributions: [Contribution]
  /// The fired rules that knock it out.
  package let exclusions: [Rule]
  let exceeded: Deferred<[CapacityFinding]>

  /// The exceeded limits that knock it out.
  package var exceededLimits: [CapacityFinding] { exceeded.value }

  /// The points that one fired rule gives.
  package struct Contribution: Sendable {
    package let rule: Rule
    package let points: Int

    package init(rule: Rule, points: Int) {
      self.rule = rule
      self.points = points
    }

    /// The weightiest first.
    package static func sorted(_ contributions: [Contribution]) -> [Contribution] {
      contributions.sorted { (-abs($0.points), $0.rule.id) < (-abs($1.points), $1.rule.id) }
    }
  }
}
