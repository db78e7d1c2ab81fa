import CatalogModel
import Requirements

/// Rules that say what another says already.
enum RedundantRuleLint {
  /// Pairs with the same condition and the same effects, reported at the later id.
  @Sendable static func identical(_ catalog: Catalog) -> [LintFinding] {
    pairs(of: catalog.rules) { rule, other in
      guard other.id < rule.id, Set(rule.when.tests) == Set(other.when.tests) else { return nil }
      return LintFinding(
        "'\(rule.id)' does the same as '\(other.id)' under the same condition", at: rule.origin,
        help: "keep one of them, with the sources of both", other: (other.origin, "the other"))
    }
  }

  /// Rules whose condition is stronger than that of another with the same effects, so that they never fire alone.
  @Sendable static func subsumed(_ catalog: Catalog) -> [LintFinding] {
    pairs(of: catalog.rules) { rule, other in
      guard Set(rule.when.tests) != Set(other.when.tests), rule.when.implies(other.when) else { return nil }
      return LintFinding(
        "'\(rule.id)' never fires without '\(other.id)', which does the same", at: rule.origin,
        help: "remove the one with the narrower condition, or give it an effect of its own",
        other: (other.origin, "the wider one"))
    }
  }

  /// What is found between rules of the same effects.
  private static func pairs(
    of rules: Entries<Rule>, _ judge: (Rule, Rule) -> LintFinding?
  ) -> [LintFinding] {
    let groups = Dictionary(grouping: rules) { Set($0.effects) }
    return rules.flatMap { rule in
      (groups[Set(rule.effects)] ?? []).filter { $0.id != rule.id }.compactMap { judge(rule, $0) }
    }
  }
}

extension Predicate {
  /// Whether it holds only where the other holds.
  func implies(_ other: Predicate) -> Bool {
    other.tests.allSatisfy { wider in
      tests.contains { $0.requirement == wider.requirement && $0.accepts.implies(wider.accepts) }
    }
  }
}

extension Acceptance {
  /// Whether every answer that it accepts is one that the other accepts.
  func implies(_ other: Acceptance) -> Bool {
    switch (self, other) {
    case (.choice(let own), .choice(let wider)): own & ~wider == 0
    case (.boolean(let own), .boolean(let wider)): own == wider
    case (.quantity(let own), .quantity(let wider)):
      wider.lowerBound <= own.lowerBound && own.upperBound <= wider.upperBound
    case (.holdsAny(let own), .holdsAny(let wider)): own & ~wider == 0
    case (.holdsNone(let own), .holdsNone(let wider)): wider & ~own == 0
    default: false
    }
  }
}
