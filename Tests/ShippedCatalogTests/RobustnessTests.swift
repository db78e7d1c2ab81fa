import CatalogModel
import DecisionEngine
import Requirements
import TestSupport
import Testing

/// What is still recommended when published cases say less than they could.
@Suite struct RobustnessTests {
  private static let catalog = Result { try Repository.catalog() }

  /// Whether the recommendation without some answers is accepted by the source, with nothing that it rules out.
  private func isAccepted(_ scenario: Scenario, without removed: [Int], _ table: DecisionTable) -> Bool {
    var answers = scenario.answers
    for requirement in removed { answers[requirement] = nil }
    let recommendation = table.decide(answers).recommendation
    let accepted = [scenario.expected.pattern] + scenario.expected.alsoAcceptable
    return recommendation.chosenPatternAndTopology.contains(where: accepted.contains)
      && Set(recommendation.ids).isDisjoint(with: scenario.expected.mustNot)
  }

  private func index(of name: String, _ vocabulary: Vocabulary) throws -> Int {
    try #require(RequirementID(name).flatMap(vocabulary.index))
  }

  /// The cases that hold without type and timing, and all.
  private func withoutTypeAndTiming(_ catalog: Catalog) throws -> (held: [String], all: Int) {
    let table = DecisionTable(catalog)
    let removed = try ["exchange.type", "exchange.timing"].map { try index(of: $0, catalog.vocabulary) }
    let held = catalog.scenarios.filter { isAccepted($0, without: removed, table) }
    return (held.map(\.id), catalog.scenarios.count)
  }

  /// How many trials with one answer left out hold, by requirement.
  private func leaveOneOut(_ catalog: Catalog) -> [(requirement: Int, held: Int, failed: [String])] {
    let table = DecisionTable(catalog)
    return catalog.vocabulary.requirements.indices.compactMap { requirement in
      let stating = catalog.scenarios.filter { $0.answers[requirement] != nil }
      guard !stating.isEmpty else { return nil }
      let failed = stating.filter { !isAccepted($0, without: [requirement], table) }
      return (requirement, stating.count - failed.count, failed.map(\.id).sorted())
    }
  }

  @Test func holdsMostCasesWithoutTypeAndTiming() throws {
    let (held, all) = try withoutTypeAndTiming(try Self.catalog.get())
    #expect(all >= 49)
    #expect(held.count >= 43, "\(held.count) of \(all)")
  }

  @Test func holdsMostCasesWhenOneAnswerIsLeftOut() throws {
    let trials = leaveOneOut(try Self.catalog.get())
    let (held, failed) = (trials.map(\.held).reduce(0, +), trials.map(\.failed.count).reduce(0, +))
    #expect(held + failed >= 388)
    #expect(Double(held) / Double(held + failed) >= 0.95, "\(held) of \(held + failed)")
  }

  @Test func figuresAreThoseOfThePage() throws {
    let catalog = try Self.catalog.get()
    let (reduced, trials) = (try withoutTypeAndTiming(catalog), leaveOneOut(catalog))
    let held = trials.map(\.held).reduce(0, +)
    let all = held + trials.map(\.failed.count).reduce(0, +)
    let weak = trials.filter { !$0.failed.isEmpty }.map { trial in
      "  \(catalog.vocabulary[trial.requirement].id): \(trial.failed.joined(separator: ", "))"
    }
    let page = """
      without type and timing: \(reduced.held.count) of \(reduced.all)
      with one answer left out: \(held) of \(all); not
      \(weak.joined(separator: "\n"))

      """
    #expect(Golden.difference(of: page, from: "recommend/robustness.txt") == nil)
  }
}
