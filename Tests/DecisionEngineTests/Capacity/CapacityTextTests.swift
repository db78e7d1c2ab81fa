import CatalogModel
import DecisionEngine
import Requirements
import Testing

@Suite struct CapacityTextTests {
  private typealias Index = CapacityCatalog.Index

  private func text(_ limit: Limit, _ answers: [Int: Answer]) throws -> CapacityText {
    let catalog = CapacityCatalog([limit])
    let all = CapacityCatalog.answers([Index.consumers: .quantity(1)].merging(answers) { $1 })
    let finding = try #require(catalog.table.decide(all).capacity.first)
    return CapacityText(finding, all, catalog.catalog)
  }

  @Test func namesTheEditionThatTheAllowanceIsFor() throws {
    let text = try text(
      try CapacityCatalog.limit(severity: .soft),
      [Index.events: .quantity(20_000), Index.edition: CapacityCatalog.enterprise])
    #expect(text.arithmetic.hasSuffix("in the enterprise edition (80 %)"), "\(text.arithmetic)")
    #expect(text.allowance.hasSuffix(", enterprise edition"), "\(text.allowance)")
  }

  @Test func saysWhichEditionsAreMeantWhereNobodySaid() throws {
    let text = try text(try CapacityCatalog.limit(severity: .soft), [Index.events: .quantity(6_000)])
    #expect(
      text.arithmetic.hasSuffix(
        "(at most 60 %); licensing.edition is not stated: developer has the least, unlimited has the most"),
      "\(text.arithmetic)")
    #expect(text.allowance.hasSuffix(", edition not stated"), "\(text.allowance)")
  }

  @Test func saysWhichEditionsHaveNoSuchLimit() throws {
    let limit = try CapacityCatalog.limit(allowance: ["developer": "20"], severity: .soft)
    let text = try text(limit, [Index.events: .quantity(3)])
    #expect(
      text.arithmetic.hasSuffix("developer has it, enterprise and unlimited have no such limit"),
      "\(text.arithmetic)")
  }

  @Test func namesNoEditionWhereTheLimitIsTheSameInAll() throws {
    let limit = try CapacityCatalog.limit(allowance: ["any": "20"], severity: .soft)
    let text = try text(limit, [Index.events: .quantity(3), Index.edition: CapacityCatalog.enterprise])
    #expect(!text.arithmetic.contains("edition"))
    #expect(text.allowance == "20 deliveries per 24h")
  }

  @Test func saysWhatIsCountedThoughNobodyStatedIt() throws {
    let limit = try CapacityCatalog.limit(
      adds: "100_000", isRepeatable: true, severity: .addOnAvailable, minimums: [Index.consumers: 1])
    let catalog = CapacityCatalog([limit])
    let answers = CapacityCatalog.answers([
      Index.events: .quantity(150_000), Index.edition: CapacityCatalog.enterprise,
      Index.owned: CapacityCatalog.ownsNothing,
    ])
    let finding = try #require(catalog.table.decide(answers).capacity.first)
    let text = CapacityText(finding, answers, catalog.catalog)
    #expect(text.demand == "at least 150,000")
    #expect(text.share == "at least 600 %")
    #expect(
      text.arithmetic
        == "150,000 events × 1 consumers = at least 150,000 of 25,000 deliveries per 24h in the "
        + "enterprise edition (at least 600 %); landscape.consumers is not stated and counted as 1")
    #expect(text.remedy == "2 × More would be needed at least")
  }
}
