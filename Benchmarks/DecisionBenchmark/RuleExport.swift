import CatalogModel
import DecisionEngine
import JSONSyntax
import Requirements

/// The rules, the completed profiles and how many rules fire for them, for an engine of somebody else.
struct RuleExport {
  let catalog: Catalog
  let profiles: [Answers]

  var json: JSONValue {
    let rules = catalog.rules.map { rule -> JSONValue in
      ["id": .string(rule.id), "tests": .array(rule.when.tests.map(value))]
    }
    let fired = profiles.reduce(0) { sum, answers in
      sum + catalog.rules.count { $0.when.evaluate(answers) == .yes }
    }
    return [
      "rules": .array(rules), "profiles": .array(profiles.map(value)), "fired": .integer(fired),
    ]
  }

  private func name(_ requirement: Int) -> JSONValue {
    .string("\(catalog.vocabulary[requirement].id)")
  }

  private func words(_ mask: UInt64, _ requirement: Int) -> JSONValue {
    let words = catalog.vocabulary[requirement].type.words
    return .strings(words.indices.filter { mask & 1 << UInt64($0) != 0 }.map { words[$0] })
  }

  private func value(_ test: RequirementTest) -> JSONValue {
    let requirement = name(test.requirement)
    return switch test.accepts {
    case .choice(let mask): ["requirement": requirement, "is-one-of": words(mask, test.requirement)]
    case .boolean(let truth): ["requirement": requirement, "is": .bool(truth)]
    case .quantity(let range):
      ["requirement": requirement, "from": .integer(range.lowerBound), "up-to": .integer(range.upperBound)]
    case .holdsAny(let mask): ["requirement": requirement, "holds-any": words(mask, test.requirement)]
    case .holdsNone(let mask): ["requirement": requirement, "holds-none": words(mask, test.requirement)]
    }
  }

  private func value(_ answers: Answers) -> JSONValue {
    let members = catalog.vocabulary.requirements.indices.compactMap { index -> JSONMember? in
      guard let answer = answers[index] else { return nil }
      let value: JSONValue
      switch answer {
      case .choice(let word): value = .string(catalog.vocabulary[index].type.words[word])
      case .boolean(let truth): value = .bool(truth)
      case .quantity(let number): value = .integer(number)
      case .choices(let mask): value = words(mask, index)
      case .text(let text): value = .string(text)
      }
      return JSONMember("\(catalog.vocabulary[index].id)", value)
    }
    return .object(members)
  }
}
