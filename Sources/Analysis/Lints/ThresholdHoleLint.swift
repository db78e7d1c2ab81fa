import CatalogModel
import Requirements

/// Values of a quantity that two rules leave between their thresholds.
enum ThresholdHoleLint {
  /// Two rules that differ in one quantity alone, where no third takes up the values between them.
  @Sendable static func holes(_ catalog: Catalog) -> [LintFinding] {
    let bounded = catalog.rules.flatMap(BoundedRule.all)
    let groups = Dictionary(grouping: bounded, by: \.requirement)
    return groups.keys.sorted().flatMap { requirement -> [LintFinding] in
      let group = groups[requirement] ?? []
      return group.flatMap { lower in
        group.compactMap { upper in finding(between: lower, upper, group, catalog.vocabulary) }
      }
    }
  }

  private static func finding(
    between lower: BoundedRule, _ upper: BoundedRule, _ group: [BoundedRule], _ vocabulary: Vocabulary
  ) -> LintFinding? {
    guard lower.others == upper.others, lower.range.upperBound < upper.range.lowerBound - 1 else {
      return nil
    }
    let gap = lower.range.upperBound + 1...upper.range.lowerBound - 1
    let isTaken = group.contains { $0.range.overlaps(gap) && $0.others.isSubset(of: lower.others) }
    guard !isTaken else { return nil }
    let test = RequirementTest(requirement: lower.requirement, accepts: .quantity(gap))
    let values = ConditionText(vocabulary: vocabulary).text(of: test)
    return LintFinding(
      "'\(lower.rule.id)' and '\(upper.rule.id)' leave a hole at \(values)", at: lower.rule.origin,
      help: "let one threshold begin where the other ends, or add a rule between them",
      other: (upper.rule.origin, "the other side of the hole"))
  }
}

/// A rule, and the values of one quantity that it asks for.
private struct BoundedRule {
  let rule: Rule
  let requirement: Int
  let range: ClosedRange<Int>
  /// The rest of its condition.
  let others: Set<RequirementTest>

  static func all(_ rule: Rule) -> [BoundedRule] {
    rule.when.tests.compactMap { test in
      guard case .quantity(let range) = test.accepts else { return nil }
      return BoundedRule(
        rule: rule, requirement: test.requirement, range: range,
        others: Set(rule.when.tests).subtracting([test]))
    }
  }
}
