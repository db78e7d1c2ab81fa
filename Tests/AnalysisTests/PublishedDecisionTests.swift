import CatalogModel
import DecisionEngine
import TestSupport
import Testing

/// What the shipped catalog decides about every published case, on one page, so that an edit of the catalog is
/// reviewed by its effect.
@Suite struct PublishedDecisionTests {
  @Test func areThoseOfThePage() throws {
    let catalog = try Repository.catalog()
    let table = DecisionTable(catalog)
    let scenarios = catalog.scenarios.sorted { $0.id < $1.id }
    try #require(scenarios.count >= 49)
    let lines = scenarios.map { line($0.id, table.decide($0.answers).recommendation) }
    let difference = Golden.difference(
      of: lines.joined(separator: "\n") + "\n", from: "recommend/published-scenarios.txt")
    #expect(difference == nil)
  }

  private func line(_ id: String, _ recommendation: Recommendation) -> String {
    let technologies = recommendation.technologies.map(\.ranked.candidate.id).joined(separator: " → ")
    let gaps = recommendation.gaps.map { "  no \($0)" }.joined()
    let margin = recommendation.margin.map {
      ", \($0) ahead of \(recommendation.runnerUp?.candidate.id ?? "none")"
    }
    return """
      \(id): \(recommendation.pattern?.candidate.id ?? "no pattern")\(margin ?? "")
        in \(recommendation.topology?.candidate.id ?? "no topology")\
      \(recommendation.topologyMargin.map { ", \($0) ahead" } ?? "")
        by \(technologies.isEmpty ? "nothing" : technologies)\(gaps)
      """
  }
}
