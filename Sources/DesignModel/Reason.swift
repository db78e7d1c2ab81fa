package import CatalogModel
package import DecisionEngine

/// What one fired rule did for the pattern or the topology of a design.
package struct Reason: Sendable {
  /// The word of the rule's effect.
  package enum Effect: String, Sendable, Hashable, CaseIterable {
    case require, prefer, avoid
  }

  package let rule: Rule
  package let effect: Effect
  /// None where it requires.
  package let points: Int
}

extension Reason {
  /// The points that a rule gives, as a reason.
  package init(_ contribution: RankedCandidate.Contribution) {
    self.init(
      rule: contribution.rule, effect: contribution.points > 0 ? .prefer : .avoid,
      points: contribution.points)
  }
}
