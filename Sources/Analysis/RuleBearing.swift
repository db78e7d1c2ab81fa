package import CatalogModel

/// What a rule does to one candidate when it fires.
package struct RuleBearing: Sendable, Hashable {
  package let points: Int
  package let excludes: Bool

  package var isNone: Bool { points == 0 && !excludes }
}

extension Rule {
  /// What the rule does to a candidate; requiring one excludes the others of its kind.
  package func bearing(on candidate: Candidate, in catalog: Catalog) -> RuleBearing {
    var (points, excludes) = (0, false)
    for effect in effects {
      switch effect {
      case .prefer(let ids, let gain): points += ids.contains(candidate.id) ? gain : 0
      case .avoid(let ids, let loss): points -= ids.contains(candidate.id) ? loss : 0
      case .exclude(let ids): excludes = excludes || ids.contains(candidate.id)
      case .require(let ids):
        let isRival = ids.contains { catalog.candidate($0)?.kind == candidate.kind }
        excludes = excludes || (isRival && !ids.contains(candidate.id))
      case .oblige, .warn: break
      }
    }
    return RuleBearing(points: points, excludes: excludes)
  }
}
