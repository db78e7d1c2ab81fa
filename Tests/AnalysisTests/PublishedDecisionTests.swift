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
    let entries = scenarios.map { DecisionPage.entry($0.id, table.decide($0.answers).recommendation) }
    let difference = Golden.difference(
      of: entries.joined(separator: "\n") + "\n", from: "recommend/published-scenarios.txt")
    #expect(difference == nil)
  }
}
