import CatalogModel
import DecisionEngine
import Requirements

/// A rule that fires where it rested, or rests where it fired, or says something else.
struct RuleChange: Sendable, Hashable {
  /// What became of it.
  enum Manner: String, Sendable, Hashable, CaseIterable {
    case firesNow = "fires now"
    case restsNow = "rests now"
    case saysOtherwise = "says something else"
  }

  let rule: String
  let title: String
  let manner: Manner
  /// What it does to the candidates that matter here, such as `+40 pub-sub`.
  let effects: [String]
  /// The answers that made it so, such as `volume.events-per-day is 25,000 (from 10,000)`.
  let because: [String]
  /// Whether it is in the catalog of one side only, or differs.
  let isOfCatalog: Bool

  static func changes(
    _ base: ReviewedDesign, _ revision: ReviewedDesign, bearingOn ids: Set<String>
  ) -> [RuleChange] {
    let fired = Dictionary(uniqueKeysWithValues: base.decision.firedRules.map { ($0.id, $0) })
    let fires = Dictionary(uniqueKeysWithValues: revision.decision.firedRules.map { ($0.id, $0) })
    let comparison = RuleComparison(base: base, revision: revision, ids: ids)
    return Set(fired.keys).union(fires.keys).sorted().compactMap { id in
      switch (fired[id], fires[id]) {
      case (nil, let rule?): comparison.change(rule, .firesNow)
      case (let rule?, nil): comparison.change(rule, .restsNow)
      case (let old?, let new?):
        old.effects == new.effects && old.when == new.when ? nil : comparison.change(new, .saysOtherwise)
      case (nil, nil): nil
      }
    }
  }
}

/// Puts one change of a rule into words.
private struct RuleComparison {
  let base: ReviewedDesign
  let revision: ReviewedDesign
  let ids: Set<String>

  /// `nil` where it does nothing to the candidates that matter.
  func change(_ rule: Rule, _ manner: RuleChange.Manner) -> RuleChange? {
    let effects = rule.effects.compactMap(words)
    guard !effects.isEmpty else { return nil }
    let other = (manner == .restsNow ? revision : base).table.catalog.rules.first {
      $0.id == rule.id
    }
    let isSame = other?.when == rule.when && other?.effects == rule.effects
    return RuleChange(
      rule: rule.id, title: rule.title, manner: manner, effects: effects,
      because: isSame ? premises(of: rule, manner) : [], isOfCatalog: !isSame)
  }

  private func words(_ effect: Effect) -> String? {
    func list(_ named: [String]) -> String { named.filter(ids.contains).joined(separator: ", ") }
    switch effect {
    case .exclude(let named): return named.contains(where: ids.contains) ? "excludes \(list(named))" : nil
    case .require(let named): return "requires \(named.joined(separator: " or "))"
    case .prefer(let named, let points):
      return named.contains(where: ids.contains) ? "+\(points) \(list(named))" : nil
    case .avoid(let named, let points):
      return named.contains(where: ids.contains) ? "−\(points) \(list(named))" : nil
    case .oblige, .warn: return nil
    }
  }

  /// The tests that hold on one side and not on the other.
  private func premises(of rule: Rule, _ manner: RuleChange.Manner) -> [String] {
    let vocabulary = (manner == .restsNow ? base : revision).table.catalog.vocabulary
    guard base.table.catalog.vocabulary.requirements == revision.table.catalog.vocabulary.requirements else {
      return []
    }
    return rule.when.tests.compactMap { test in
      let was = test.evaluate(base.decision.answers)
      let now = test.evaluate(revision.decision.answers)
      guard was != now else { return nil }
      let answer = revision.decision.answers[test.requirement]
      let value = answer.map { vocabulary.render($0, of: test.requirement) } ?? "unknown"
      let accepted = ConditionText(vocabulary: vocabulary).accepted(by: test)
      let condition = now == .yes ? accepted == value ? "" : " (\(accepted))" : " (no longer \(accepted))"
      return "\(vocabulary[test.requirement].id) is \(value)\(condition)"
    }
  }
}
