import CatalogModel
import DecisionEngine
import Requirements
import Testing

@Suite struct CapacityEffectTests {
  private typealias Index = CapacityCatalog.Index

  private func decide(_ limit: Limit, events: Int, owned: Answer? = nil) -> Decision {
    var answers: [Int: Answer] = [
      Index.events: .quantity(events), Index.consumers: .quantity(1),
      Index.edition: CapacityCatalog.enterprise,
    ]
    answers[Index.owned] = owned
    return CapacityCatalog([limit]).table.decide(CapacityCatalog.answers(answers))
  }

  private func chosen(_ decision: Decision) -> [String] {
    decision.recommendation.technologies.map(\.ranked.candidate.id)
  }

  @Test func aHardLimitKnocksOutBeforeTheRankingChooses() throws {
    let decision = decide(try CapacityCatalog.limit(), events: 25_001)
    #expect(chosen(decision) == ["b"])
    let excluded = try #require(decision.technologies.first { $0.candidate.id == "a" })
    #expect(!excluded.isEligible)
    #expect(excluded.exclusions.isEmpty)
    #expect(excluded.exceededLimits.map(\.limit.id) == ["deliveries"])
    #expect(excluded.exceededLimits.map(\.effect) == [.excludes])
    #expect(decision.capacity.isEmpty)
  }

  @Test func aHardLimitThatIsTightKeepsTheTechnology() throws {
    let decision = decide(try CapacityCatalog.limit(), events: 25_000)
    #expect(chosen(decision) == ["a"])
    #expect(decision.capacity.map(\.effect) == [.none])
  }

  @Test func leavesAGapWhereEveryTechnologyIsKnockedOut() throws {
    let decision = decide(try CapacityCatalog.limit(of: ["a", "b"]), events: 25_001)
    #expect(chosen(decision).isEmpty)
    #expect(decision.recommendation.gaps == ["publish"])
  }

  @Test func isExcludedWhereTheEditionIsUnstatedButNoneWouldDo() throws {
    let catalog = CapacityCatalog([try CapacityCatalog.limit(demand: "volume.events")])
    #expect(catalog.technologies(CapacityCatalog.answers([Index.events: .quantity(50_001)])) == ["b"])
    #expect(catalog.technologies(CapacityCatalog.answers([Index.events: .quantity(50_000)])) == ["a"])
  }

  @Test(arguments: [
    (Limit.Severity.soft, Limit.Confidence.high), (.hard, .low), (.soft, .low), (.addOnAvailable, .low),
  ])
  func softAndUncertainLimitsOnlyWarn(_ severity: Limit.Severity, _ confidence: Limit.Confidence) throws {
    let limit = try CapacityCatalog.limit(hasAddOn: true, severity: severity, confidence: confidence)
    let decision = decide(limit, events: 25_001)
    #expect(chosen(decision) == ["a"])
    #expect(decision.capacity.map(\.verdict) == [.exceeded])
    #expect(decision.capacity.map(\.effect) == [.warns])
  }

  @Test(arguments: [
    (CapacityCatalog.ownsNothing, 30_000, "a", [CapacityFinding.Effect.needsAddOn], [true]),
    (CapacityCatalog.ownsNothing, 130_000, "a", [.needsAddOn], [false]),
    (CapacityCatalog.ownsAddOn, 30_000, "a", [.none], [nil]),
    (CapacityCatalog.ownsAddOn, 130_000, "b", [], []),
    (nil, 30_000, "a", [.none], [true]),
    (nil, 130_000, "a", [.needsAddOn], [false]),
  ])
  func anAddOnIsNamedAndKnocksOutOnlyWhereItIsOwnedAndNotEnough(
    _ owned: Answer?, _ events: Int, _ technology: String, _ effects: [CapacityFinding.Effect],
    _ isEnough: [Bool?]
  ) throws {
    let limit = try CapacityCatalog.limit(adds: "100_000", severity: .addOnAvailable)
    let decision = decide(limit, events: events, owned: owned)
    #expect(chosen(decision) == [technology])
    #expect(decision.capacity.map(\.effect) == effects)
    #expect(decision.capacity.map(\.isAddOnEnough) == isEnough)
  }

  @Test(arguments: [
    (CapacityCatalog.ownsNothing, 30_000, 1, "More would be enough"),
    (CapacityCatalog.ownsNothing, 1_225_000, 12, "12 × More would be enough"),
    (CapacityCatalog.ownsNothing, 1_225_001, 13, "13 × More would be enough"),
    (CapacityCatalog.ownsAddOn, 125_001, 1, "another 1 × More would be enough"),
    (CapacityCatalog.ownsAddOn, 1_225_000, 11, "another 11 × More would be enough"),
    (nil, 1_225_000, 12, "12 × More would be enough"),
  ])
  func ofAnAddOnThatCanBeBoughtSeveralTimesItSaysHowManyAreMissing(
    _ owned: Answer?, _ events: Int, _ missing: Int, _ remedy: String
  ) throws {
    let limit = try CapacityCatalog.limit(adds: "100_000", isRepeatable: true, severity: .addOnAvailable)
    let decision = decide(limit, events: events, owned: owned)
    #expect(chosen(decision) == ["a"])
    let finding = try #require(decision.capacity.first)
    #expect(finding.effect == .needsAddOn)
    #expect(finding.missingAddOns == missing)
    let catalog = CapacityCatalog([limit])
    #expect(CapacityText(finding, CapacityCatalog.answers([:]), catalog.table.catalog).remedy == remedy)
  }

  @Test func anAddOnOfUnknownSizeNeverKnocksOut() throws {
    let limit = try CapacityCatalog.limit(hasAddOn: true, severity: .addOnAvailable)
    let decision = decide(limit, events: 999_999, owned: CapacityCatalog.ownsAddOn)
    #expect(chosen(decision) == ["a"])
    #expect(decision.capacity.map(\.effect) == [.needsAddOn])
  }

  @Test func tellsWhatATechnologyWouldSpendThatIsNotRecommended() throws {
    let answers = CapacityCatalog.answers([
      Index.events: .quantity(25_001), Index.consumers: .quantity(1),
      Index.edition: CapacityCatalog.enterprise,
    ])
    let findings = CapacityCatalog([try CapacityCatalog.limit()]).table.capacity(
      of: ["b", "a", "none"], under: answers)
    #expect(findings.map(\.technology.id) == ["a"])
    #expect(findings.map(\.effect) == [.excludes])
  }

  @Test func cutsDomainsWhereALimitBeginsToExclude() throws {
    let table = CapacityCatalog([try CapacityCatalog.limit()]).table
    let answers = CapacityCatalog.answers([
      Index.consumers: .quantity(3), Index.edition: CapacityCatalog.enterprise,
    ])
    let refined = table.refine(table.domains, under: answers)
    #expect(refined[Index.events].cells.map(\.text) == ["below 8,334", "from 8,334"])
    #expect(refined[Index.consumers].cells.isEmpty)
    let one = CapacityCatalog.answers([
      Index.consumers: .quantity(1), Index.edition: CapacityCatalog.enterprise,
    ])
    #expect(
      table.refine(table.domains, under: one)[Index.events].cells.map(\.text)
        == ["up to 25,000", "above 25,000"])
    #expect(refined[Index.edition].cells.count == 3)
  }
}
