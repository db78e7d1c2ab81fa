import CatalogModel
import JSONSyntax
import Reporting
import Requirements

extension EntryPage {
  mutating func fill(_ rule: Rule) {
    say("because", rule.because, rule.citations)
    when(rule.when)
    let effects = rule.effects.map(EffectText.text)
    add(.heading(level: 2, "What it does"))
    add(.list(effects.map { Block.Item(RichText($0, .prose)) }))
    member("effects", .strings(effects))
    examples(rule.examples)
  }

  mutating func fill(_ antiPattern: AntiPattern) {
    say("because", antiPattern.because, antiPattern.citations)
    say("instead", antiPattern.instead, label: "Instead")
    when(antiPattern.when)
    let items = antiPattern.recommended.map { reference($0, RichText(catalog.candidate($0)?.title ?? "")) }
    list("recommended", "Only where one of these is recommended or decided", items)
    examples(antiPattern.examples)
  }

  mutating func fill(_ derivation: Derivation) {
    let derived = catalog.vocabulary[derivation.derives].id.description
    say("because", derivation.because, derivation.citations)
    say("derives", derived, label: "Derives")
    let rows = derivation.rows.map { row in
      let answer = catalog.vocabulary.render(row.gives, of: derivation.derives)
      return Item(
        item: Block.Item(
          RichText(conditions.text(of: row.when), .code) + " gives " + RichText(answer, .code)),
        value: ["when": condition(row.when), "gives": .string(answer)])
    }
    list("rows", "The first row that holds gives the answer", rows)
  }

  mutating func fill(_ constraint: Constraint) {
    say("because", constraint.because, constraint.citations)
    add(.heading(level: 2, "These answers never stand together"))
    add(tests(of: constraint.never))
    member("never", condition(constraint.never))
  }

  mutating func fill(_ scenario: Scenario) {
    let accepted = [scenario.expected.pattern] + scenario.expected.alsoAcceptable
    say("expects", accepted.joined(separator: " or "), label: "Expects", scenario.citations)
    let fields = [
      ("technologies", "Technologies", scenario.expected.technologies),
      ("acceptableTechnologies", "Also acceptable", scenario.expected.acceptableTechnologies),
      ("mustNot", "Must not", scenario.expected.mustNot),
      ("practices", "Practices", scenario.expected.practices),
    ]
    for (key, label, words) in fields {
      member(key, .strings(words))
      guard !words.isEmpty else { continue }
      add(.paragraph(RichText(label + ": ", .quiet) + RichText(words.joined(separator: ", "))))
    }
    list("answers", "Its answers", answers(of: scenario))
  }

  private func answers(of scenario: Scenario) -> [Item] {
    let vocabulary = catalog.vocabulary
    return vocabulary.requirements.indices.compactMap { index in
      guard let answer = scenario.answers[index] else { return nil }
      let id = vocabulary[index].id.description
      let isInferred = scenario.inferred.contains(vocabulary[index].id)
      return Item(
        item: Block.Item(
          RichText("\(id): \(vocabulary.render(answer, of: index))", .code)
            + RichText(isInferred ? " (inferred)" : "", .quiet)),
        value: [
          "requirement": .string(id), "value": vocabulary.machineValue(of: answer, index),
          "inferred": .bool(isInferred),
        ])
    }
  }

  // MARK: Conditions and examples

  private mutating func when(_ predicate: Predicate) {
    member("when", condition(predicate))
    add(.heading(level: 2, "When"))
    add(predicate.tests.isEmpty ? .paragraph("Always.") : tests(of: predicate))
  }

  private mutating func examples(_ examples: [RuleExample]) {
    let items = examples.map { example in
      let given = conditions.answers(example.given)
      return Item(
        item: Block.Item(RichText(given, .code) + ": " + RichText(example.expect.word)),
        value: ["given": .string(given), "expect": .string(example.expect.word)])
    }
    list("examples", "Examples", items)
  }
}
