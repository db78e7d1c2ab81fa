import CatalogModel

/// Effects that change nothing, because wider rules fire whenever theirs does.
enum IdleEffectLint {
  /// Candidates that a rule excludes or weighs although a wider rule excludes them, and practices that a wider
  /// rule obliges already.
  @Sendable static func effects(_ catalog: Catalog) -> [LintFinding] {
    catalog.rules.flatMap { rule -> [LintFinding] in
      let wider = catalog.rules.filter { other in
        other.id != rule.id && rule.when.implies(other.when)
          && (!other.when.implies(rule.when) || other.id < rule.id)
      }
      return rule.effects.flatMap { effect in
        wider.flatMap { other in idle(effect, of: rule, beside: other) }
      }
    }
  }

  private static func idle(_ effect: Effect, of rule: Rule, beside other: Rule) -> [LintFinding] {
    switch effect {
    case .exclude(let ids), .prefer(let ids, _), .avoid(let ids, _):
      let excluded = Set(other.effects.flatMap(\.excluded))
      return ids.filter(excluded.contains).map { id in
        LintFinding(
          "'\(rule.id)' has no effect on '\(id)': '\(other.id)' excludes it whenever the rule fires",
          at: rule.origin, help: "leave '\(id)' out of the narrower rule", other: other.origin,
          label: "the wider one")
      }
    case .oblige(let practice, let on):
      guard other.effects.contains(where: { $0.obliges(practice, on: on) }) else { return [] }
      return [
        LintFinding(
          "'\(rule.id)' obliges '\(practice)', as '\(other.id)' does whenever the rule fires",
          at: rule.origin, help: "leave '\(practice)' out of the narrower rule", other: other.origin,
          label: "the wider one")
      ]
    case .require, .warn: return []
    }
  }
}

extension Effect {
  /// The candidates that it excludes by name.
  fileprivate var excluded: [String] {
    switch self {
    case .exclude(let ids): ids
    case .require, .prefer, .avoid, .oblige, .warn: []
    }
  }

  /// Whether it obliges a practice at least where that is asked for.
  fileprivate func obliges(_ practice: String, on asked: [String]) -> Bool {
    guard case .oblige(practice, let on) = self else { return false }
    return on.isEmpty || !asked.isEmpty && Set(asked).isSubset(of: on)
  }
}
