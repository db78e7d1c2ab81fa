import Diagnostics
import Requirements
import Testing
import YAMLSyntax

@Suite struct ConditionReaderTests {
  private let vocabulary = Vocabulary(requirements: [
    requirement("exchange.trigger", .enumeration(["ui-action", "record-change", "schedule"])),
    requirement("latency.human-waits", .boolean),
    requirement("volume.records-per-run", .count),
    requirement(
      "latency.within",
      .duration(classes: [
        DurationClass(name: "immediate", bound: 5_000), DurationClass(name: "interactive", bound: 120_000),
        DurationClass(name: "one-off", bound: Quantity.unbounded),
      ])),
    requirement("licensing.owned", .list(["mulesoft", "heroku", "shield"])),
    requirement("remote.name", .text),
  ])

  private static func requirement(_ id: String, _ type: RequirementType) -> Requirement {
    let parts = id.split(separator: ".").map(String.init)
    return Requirement(id: RequirementID(section: parts[0], key: parts[1]), type: type, asks: "?")
  }

  private func predicate(_ text: String) throws -> (predicate: Predicate, ids: [String]) {
    var bag = DiagnosticBag()
    let tree = try #require(YAMLTree.parse(SourceFile(name: "rule.yaml", text: text), into: &bag))
    let predicate = ConditionReader(vocabulary: vocabulary).readPredicate(tree.root, into: &bag)
    return (predicate, bag.sorted.map(\.id.description))
  }

  private func answers(_ given: [Int: Answer]) -> Answers {
    var answers = Answers(count: vocabulary.requirements.count)
    for (index, answer) in given { answers[index] = answer }
    return answers
  }

  @Test(arguments: [
    ("{ exchange.trigger: schedule }", 0, Answer.choice(2), Truth.yes),
    ("{ exchange.trigger: schedule }", 0, .choice(1), .no),
    ("{ exchange.trigger: [schedule, ui-action] }", 0, .choice(0), .yes),
    ("{ exchange.trigger: { not: schedule } }", 0, .choice(2), .no),
    ("{ exchange.trigger: { not: [schedule, ui-action] } }", 0, .choice(1), .yes),
    ("{ latency.human-waits: true }", 1, .boolean(true), .yes),
    ("{ latency.human-waits: { not: true } }", 1, .boolean(true), .no),
    ("{ volume.records-per-run: { above: 2_000 } }", 2, .quantity(2_000), .no),
    ("{ volume.records-per-run: { above: 2_000 } }", 2, .quantity(2_001), .yes),
    ("{ volume.records-per-run: { from: 200, below: 2_000 } }", 2, .quantity(200), .yes),
    ("{ volume.records-per-run: { from: 200, below: 2_000 } }", 2, .quantity(2_000), .no),
    ("{ volume.records-per-run: { up-to: 200 } }", 2, .quantity(200), .yes),
    ("{ volume.records-per-run: 7 }", 2, .quantity(7), .yes),
    ("{ latency.within: interactive }", 3, .quantity(5_000), .no),
    ("{ latency.within: interactive }", 3, .quantity(5_001), .yes),
    ("{ latency.within: interactive }", 3, .quantity(120_000), .yes),
    ("{ latency.within: { up-to: interactive } }", 3, .quantity(1), .yes),
    ("{ latency.within: one-off }", 3, .quantity(Quantity.unbounded), .yes),
    ("{ licensing.owned: mulesoft }", 4, .choices(0b001), .yes),
    ("{ licensing.owned: [mulesoft, shield] }", 4, .choices(0b100), .yes),
    ("{ licensing.owned: { not: mulesoft } }", 4, .choices(0b110), .yes),
    ("{ licensing.owned: { not: [mulesoft, heroku] } }", 4, .choices(0b010), .no),
  ])
  func readsEachTestAsTheFormatsPageSays(text: String, index: Int, answer: Answer, truth: Truth) throws {
    let (predicate, ids) = try predicate(text)
    #expect(ids.isEmpty)
    #expect(predicate.evaluate(answers([index: answer])) == truth)
    #expect(predicate.evaluate(answers([:])) == .unknown)
  }

  @Test func isNoAsSoonAsOneTestIsNoHoweverMuchIsUnknown() throws {
    let (predicate, _) = try predicate("{ latency.human-waits: true, exchange.trigger: schedule }")
    #expect(predicate.evaluate(answers([1: .boolean(false)])) == .no)
    #expect(predicate.evaluate(answers([1: .boolean(true)])) == .unknown)
    #expect(predicate.evaluate(answers([1: .boolean(true), 0: .choice(2)])) == .yes)
  }

  @Test func alwaysHoldsWithoutTests() throws {
    #expect(try predicate("{}").predicate.evaluate(answers([:])) == .yes)
  }

  @Test(arguments: [
    ("{ exchange.triger: schedule }", "condition/unknown-requirement"),
    ("{ exchange.trigger: scheduled }", "condition/unknown-answer"),
    ("{ exchange.trigger: { above: 1 } }", "condition/malformed"),
    ("{ volume.records-per-run: { over: 1 } }", "condition/malformed"),
    ("{ volume.records-per-run: { above: 5, below: 3 } }", "condition/malformed"),
    ("{ volume.records-per-run: many }", "condition/unknown-answer"),
    ("{ latency.human-waits: yes }", "condition/unknown-answer"),
    ("{ remote.name: SAP }", "condition/untestable-requirement"),
    ("[a]", "condition/malformed"),
  ])
  func reportsWhatIsNoCondition(text: String, id: String) throws {
    #expect(try predicate(text).ids.contains(id))
  }
}
