import CatalogModel
import Requirements

/// Effects that change nothing, because wider rules fire whenever theirs does.
enum IdleEffectLint {
  /// Candidates that a rule excludes or weighs although a wider rule excludes them; what is ruled out for every
  /// profile, as by a ban, is no fault of the rules that name it.
  @Sendable static func effects(_ catalog: Catalog) -> [LintFinding] {
    catalog.rules.flatMap { rule -> [LintFinding] in
      let wider = catalog.rules.filter { other in
        other.id != rule.id && !other.when.tests.isEmpty && rule.when.implies(other.when)
          && (!other.when.implies(rule.when) || other.id < rule.id)
      }
      let named = rule.effects.flatMap(\.namedCandidates)
      return wider.flatMap { other in findings(on: named, of: rule, beside: other) }
    }
  }

  private static func findings(
    on named: [String], of rule: Rule, beside other: Rule
  ) -> [LintFinding] {
    let excluded = Set(other.effects.flatMap(\.excludedCandidates))
    return named.filter(excluded.contains).map { id in
      LintFinding(
        "'\(rule.id)' has no effect on '\(id)': '\(other.id)' excludes it whenever the rule fires",
        at: rule.origin, help: "leave '\(id)' out of the narrower rule",
        other: (other.origin, "the wider one"))
    }
  }
}

extension Effect {
  /// The candidates that it excludes by name.
  fileprivate var excludedCandidates: [String] {
    switch self {
    case .exclude(let ids): ids
    case .require, .prefer, .avoid, .oblige, .warn: []
    }
  }

  /// The candidates that it excludes or weighs.
  fileprivate var namedCandidates: [String] {
    switch self {
    case .exclude(let ids), .prefer(let ids, _), .avoid(let ids, _): ids
    case .require, .oblige, .warn: []
    }
  }
}
