import CatalogModel
import DecisionEngine
import Requirements
import TestSupport
import Testing

@Suite struct PublishedScenarioTests {
  private static let catalog = Result { try Repository.catalog() }

  private func decisions() throws -> [(scenario: Scenario, decision: Decision)] {
    let catalog = try Self.catalog.get()
    let table = DecisionTable(catalog)
    return catalog.scenarios.map { ($0, table.decide($0.answers)) }
  }

  @Test func holdsAllPublishedCases() throws {
    #expect(try Self.catalog.get().scenarios.count >= 49)
  }

  @Test func recommendsTheExpectedPatternOrTopology() throws {
    for (scenario, decision) in try decisions() {
      let recommended = decision.recommendation.chosenPatternAndTopology
      let accepted = [scenario.expected.pattern] + scenario.expected.alsoAcceptable
      #expect(
        recommended.contains(where: accepted.contains), "\(scenario.id): \(recommended), expected \(accepted)"
      )
    }
  }

  @Test func neverRecommendsWhatASourceRulesOut() throws {
    for (scenario, decision) in try decisions() {
      let recommended = Set(decision.recommendation.ids)
      let ruledOut = scenario.expected.mustNot.filter(recommended.contains)
      #expect(ruledOut.isEmpty, "\(scenario.id): \(ruledOut)")
    }
  }

  @Test func recommendsTheFirstExpectedTechnology() throws {
    for (scenario, decision) in try decisions() {
      guard let first = scenario.expected.technologies.first else { continue }
      let ids = decision.recommendation.technologies.map(\.ranked.candidate.id)
      #expect(ids.contains(first), "\(scenario.id): \(ids), expected \(first)")
    }
  }

  @Test func obligesTheExpectedPractices() throws {
    for (scenario, decision) in try decisions() {
      let obliged = decision.recommendation.practices.map(\.practice.id)
      let missing = scenario.expected.practices.filter { !obliged.contains($0) }
      #expect(missing.isEmpty, "\(scenario.id): \(missing)")
    }
  }
}

extension Recommendation {
  /// The ids of pattern (or `none`) and topology.
  var chosenPatternAndTopology: [String] {
    [pattern?.candidate.id ?? "none", topology?.candidate.id].compactMap { $0 }
  }

  /// The ids of everything recommended but practices.
  var ids: [String] {
    [pattern?.candidate.id, topology?.candidate.id].compactMap { $0 }
      + technologies.map(\.ranked.candidate.id)
  }
}
