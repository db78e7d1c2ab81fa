package import CatalogModel
package import DecisionEngine
import Requirements

/// One entry of a catalog put to the test by its own examples.
package struct CatalogTrial: Sendable {
  package let kind: EntryKind
  package let id: String
  /// How many examples, or expectations of a scenario, were looked at.
  package let checks: Int
  /// What does not hold, one line each.
  package let failures: [String]
  package let origin: Origin

  package init(kind: EntryKind, id: String, checks: Int, failures: [String], origin: Origin) {
    self.kind = kind
    self.id = id
    self.checks = checks
    self.failures = failures
    self.origin = origin
  }

  package var passes: Bool { failures.isEmpty }

  /// Every rule, anti-pattern and derivation with its examples, then every scenario.
  package static func run(_ table: DecisionTable) -> [CatalogTrial] {
    let catalog = table.catalog
    let conditions = ConditionText(vocabulary: catalog.vocabulary)
    return catalog.rules.map { trial(.rule, $0.id, $0.examples, $0.when, $0.origin, conditions) }
      + catalog.antiPatterns.map {
        trial(.antiPattern, $0.id, $0.examples, $0.when, $0.origin, conditions)
      }
      + catalog.derivations.sorted { $0.id < $1.id }.map { trial($0, conditions) }
      + catalog.scenarios.map { ScenarioTrial(scenario: $0, decision: table.decide($0.answers)).trial }
  }

  private static func trial(
    _ kind: EntryKind, _ id: String, _ examples: [RuleExample], _ when: Predicate, _ origin: Origin,
    _ conditions: ConditionText
  ) -> CatalogTrial {
    let failures = examples.compactMap { example -> String? in
      let actual = when.evaluate(example.given)
      guard actual != example.expect else { return nil }
      let given = conditions.answers(example.given)
      return "line \(example.line): \(actual.word) given \(given), where it should say \(example.expect.word)"
    }
    return CatalogTrial(kind: kind, id: id, checks: examples.count, failures: failures, origin: origin)
  }

  private static func trial(_ derivation: Derivation, _ conditions: ConditionText) -> CatalogTrial {
    func word(_ answer: Answer?) -> String {
      answer.map { conditions.vocabulary.render($0, of: derivation.derives) } ?? "unknown"
    }
    let failures = derivation.examples.compactMap { example -> String? in
      let actual = derivation.evaluate(example.given)
      guard actual != example.expect else { return nil }
      let given = conditions.answers(example.given)
      return
        "line \(example.line): \(word(actual)) given \(given), where it should say \(word(example.expect))"
    }
    return CatalogTrial(
      kind: .derivation, id: derivation.id, checks: derivation.examples.count, failures: failures,
      origin: derivation.origin)
  }
}

extension ConditionText {
  /// Answers in one line, as a profile would state them.
  func answers(_ answers: Answers) -> String {
    let parts = vocabulary.requirements.indices.compactMap { index in
      answers[index].map { "\(vocabulary[index].id): \(vocabulary.render($0, of: index))" }
    }
    return parts.isEmpty ? "nothing stated" : parts.joined(separator: ", ")
  }
}

extension Truth {
  /// What a rule does under it.
  var word: String {
    switch self {
    case .yes: "fires"
    case .no: "rests"
    case .unknown: "unknown"
    }
  }
}
