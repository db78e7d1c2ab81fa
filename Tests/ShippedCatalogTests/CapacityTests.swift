import Analysis
import CatalogModel
import DecisionEngine
import Diagnostics
import JSONSyntax
import Reporting
import Requirements
import TestSupport
import Testing

@Suite struct CapacityTests {
  private static let catalog = Result { try Repository.catalog() }

  private func answers(_ values: [String: Answer], _ catalog: Catalog) throws -> Answers {
    var answers = Answers(count: catalog.vocabulary.requirements.count)
    for (name, answer) in values {
      let id = try #require(RequirementID(name))
      answers[try #require(catalog.vocabulary.index(of: id))] = answer
    }
    return answers
  }

  private func word(_ word: String, of name: String, _ catalog: Catalog) throws -> Int {
    let index = try #require(RequirementID(name).flatMap(catalog.vocabulary.index))
    return try #require(catalog.vocabulary[index].type.words.firstIndex(of: word))
  }

  /// A won opportunity, published for one consumer where nothing else is said.
  private func decide(events: Int, consumers: Int? = 1, owned: String...) throws -> (
    decision: Decision, catalog: Catalog
  ) {
    let catalog = try Self.catalog.get()
    let mask = try owned.reduce(UInt64(0)) { mask, product in
      mask | 1 << UInt64(try word(product, of: "licensing.owned", catalog))
    }
    let answers = try answers(
      [
        "exchange.direction": .choice(try word("salesforce-to-external", of: "exchange.direction", catalog)),
        "exchange.trigger": .choice(try word("business-event", of: "exchange.trigger", catalog)),
        "exchange.type": .choice(try word("process", of: "exchange.type", catalog)),
        "latency.human-waits": .boolean(false), "volume.events-per-day": .quantity(events),
        "volume.payload": .quantity(4_096),
        "reliability.event-contract": .choice(try word("custom", of: "reliability.event-contract", catalog)),
        "licensing.edition": .choice(try word("enterprise", of: "licensing.edition", catalog)),
        "licensing.owned": .choices(mask),
      ].merging(consumers.map { ["landscape.consumers": .quantity($0)] } ?? [:]) { $1 }, catalog)
    return (DecisionTable(catalog).decide(answers), catalog)
  }

  @Test func twentyThousandEventsAreFourFifthsOfTheEnterpriseAllowance() throws {
    let (decision, catalog) = try decide(events: 20_000, owned: "mulesoft")
    let finding = try #require(
      decision.capacity.first {
        $0.limit.id == "event-delivery-daily" && $0.technology.id == "platform-events"
      })
    #expect(finding.verdict == .tight)
    #expect(finding.spent == QuantityValue(20_000))
    #expect(finding.allowance.point == QuantityValue(25_000))
    #expect(finding.share == Rational(4, over: 5).map(QuantityValue.finite))
    #expect(
      CapacityText(finding, decision.answers, catalog).arithmetic
        == "20,000 events per day × 1 consumers = 20,000 of 25,000 deliveries per 24h in the enterprise edition (80 %)"
    )
  }

  @Test func theAddOnIsAddedToTheAllowance() throws {
    let (decision, catalog) = try decide(events: 20_000, owned: "event-add-on")
    let finding = try #require(decision.capacity.first { $0.limit.id == "event-delivery-daily" })
    #expect(finding.verdict == .fits)
    #expect(
      CapacityText(finding, decision.answers, catalog).arithmetic
        == "20,000 events per day × 1 consumers = 20,000 of 25,000 + 100,000 = 125,000 deliveries per 24h in "
        + "the enterprise edition (16 %)"
    )
  }

  /// One relay passes on to however many there are, and one hub to a thousand or more.
  @Test(arguments: [
    ("event-relay", 5_000 as Int?, 20_000, CapacityFinding.Verdict.tight as CapacityFinding.Verdict?),
    ("event-relay", 5_000, 400_000, .exceeded), ("event-relay", nil, 20_000, .tight),
    ("event-relay", 3, 20_000, .tight), ("emp-api", 5_000, 20_000, .tight),
    ("platform-events", 5_000, 400_000, .exceeded), ("pub-sub-api", 5_000, 400_000, .exceeded),
  ])
  func aRelayReceivesEachEventOnce(
    _ technology: String, _ consumers: Int?, _ events: Int, _ verdict: CapacityFinding.Verdict?
  ) throws {
    let (decision, catalog) = try decide(events: events, consumers: consumers, owned: "mulesoft")
    let findings = DecisionTable(catalog).capacity(of: [technology], under: decision.answers)
    let finding = findings.first { $0.limit.id == "event-delivery-daily" }
    #expect(finding?.verdict == verdict)
    #expect(finding.map { $0.spent == QuantityValue(events) } ?? true)
  }

  /// A month of deliveries with the add-on, of whoever receives them.
  @Test(arguments: [
    ("event-relay", 5_000 as Int?, CapacityFinding.Verdict.exceeded as CapacityFinding.Verdict?),
    ("event-relay", 1, .exceeded), ("emp-api", nil, .exceeded), ("platform-events", 1, .exceeded),
    ("platform-events", 5_000, .exceeded), ("change-data-capture", 5_000, .exceeded),
  ])
  func theMonthOfTheAddOnCountsTheSameDeliveries(
    _ technology: String, _ consumers: Int?, _ verdict: CapacityFinding.Verdict?
  ) throws {
    let (decision, catalog) = try decide(events: 126_000, consumers: consumers, owned: "event-add-on")
    let findings = DecisionTable(catalog).capacity(of: [technology], under: decision.answers)
    #expect(findings.first { $0.limit.id == "event-delivery-monthly" }?.verdict == verdict)
  }

  /// How many subscribe is often known last; that one is too many is known before.
  @Test(arguments: [
    (400_000, nil, CapacityFinding.Verdict.exceeded), (20_000, nil, .unknown), (400_000, 2, .exceeded),
    (400_000, 0, .fits),
  ])
  func oneSubscriberMayBeTooMany(
    _ events: Int, _ consumers: Int?, _ verdict: CapacityFinding.Verdict
  ) throws {
    let (decision, catalog) = try decide(events: events, consumers: consumers, owned: "mulesoft")
    let findings = DecisionTable(catalog).capacity(of: ["platform-events"], under: decision.answers)
    let finding = try #require(findings.first { $0.limit.id == "event-delivery-daily" })
    #expect(finding.verdict == verdict)
    #expect(finding.isLeast == (consumers == nil && verdict == .exceeded))
    guard finding.isLeast else { return }
    let text = CapacityText(finding, decision.answers, catalog)
    #expect(
      text.arithmetic
        == "400,000 events per day × 1 consumers = at least 400,000 of 25,000 deliveries per 24h in the enterprise "
        + "edition (at least 16 times); landscape.consumers is not stated and counted as 1")
    #expect(
      text.remedy == "4 × Platform event or Change Data Capture add-on would be needed at least")
  }

  @Test func behindAHubAThousandSubscribersAreCountedAsOne() throws {
    let (decision, _) = try decide(events: 400_000, consumers: 1_000, owned: "mulesoft")
    let findings = decision.capacity.filter { $0.limit.id == "event-delivery-daily" }
    #expect(!findings.isEmpty)
    #expect(findings.allSatisfy { $0.spent == QuantityValue(400_000) })
  }

  @Test func whatARelayTakesIsNotCountedForEachOfThoseBehindIt() throws {
    let (decision, catalog) = try decide(events: 20_000, consumers: 3, owned: "mulesoft")
    let findings = DecisionTable(catalog).capacity(
      of: ["platform-events", "event-relay"], under: decision.answers)
    let delivered = findings.filter { $0.limit.id == "event-delivery-daily" }
    #expect(delivered.map(\.technology.id) == ["event-relay"])
    #expect(delivered.map(\.spent) == [QuantityValue(20_000)])
  }

  @Test func aLimitWithSeveralRowsForATechnologyIsUnknownOnce() throws {
    let (decision, catalog) = try decide(events: 20_000, consumers: nil, owned: "mulesoft")
    let findings = DecisionTable(catalog).capacity(of: ["platform-events"], under: decision.answers)
    #expect(findings.filter { $0.limit.id == "event-delivery-daily" }.map(\.verdict) == [.unknown])
  }

  @Test func theAddOnIsNamedWhereItWouldBeEnough() throws {
    let (decision, catalog) = try decide(events: 30_000, owned: "mulesoft")
    let finding = try #require(decision.capacity.first { $0.limit.id == "event-delivery-daily" })
    #expect(finding.effect == .needsAddOn)
    let text = CapacityText(finding, decision.answers, catalog)
    #expect(text.share == "120 %")
    #expect(text.remedy == "Platform event or Change Data Capture add-on would be enough")
  }

  @Test(arguments: [
    (1, "below 0.1 %"), (250, "1 %"), (1_234, "4.9 %"), (12_345, "49 %"), (24_999, "just below 100 %"),
    (25_000, "100 %"), (25_001, "just above 100 %"), (30_000, "120 %"), (1_000_000, "40 times"),
  ])
  func sharesReadWell(_ events: Int, _ share: String) throws {
    let (decision, catalog) = try decide(events: events, owned: "mulesoft")
    let finding = try #require(decision.capacity.first { $0.limit.id == "event-delivery-daily" })
    #expect(CapacityText(finding, decision.answers, catalog).share == share)
  }

  private func report(events: Int) throws -> Report {
    let (decision, catalog) = try decide(events: events, owned: "mulesoft")
    let profile = Profile(
      file: SourceFile(name: "profile.yaml", text: ""), id: "won", title: "Won", owner: nil, description: nil,
      answers: decision.answers, contract: nil, contractPlace: nil, decision: nil)
    var explorer = OutlookExplorer(DecisionTable(catalog))
    return RecommendationReport.make(
      profile: profile, decision: decision, outlook: explorer.explore(decision.answers), catalog: catalog)
  }

  @Test func theReportHasATableOfTheLimits() throws {
    let text = try report(events: 20_000).rendered(as: .markdown)
    #expect(text.contains("## Capacity"))
    #expect(text.contains("| 20,000 |"))
    #expect(text.contains("| 25,000 deliveries per 24h, enterprise edition | 80 % |"))
    #expect(!text.contains("## Warnings"))
    #expect(try report(events: 30_000).rendered(as: .markdown).contains("## Warnings"))
  }

  @Test func thePayloadHasTheFiguresOfEveryLimit() throws {
    let payload = try report(events: 20_000).payload
    guard case .array(let entries)? = payload["capacity"] else {
      Issue.record("capacity is no array")
      return
    }
    let entry = try #require(entries.first { $0["limit"] == "event-delivery-daily" })
    #expect(entry["demand"] == 20_000)
    #expect(entry["allowance"] == 25_000)
    #expect(entry["share"] == .decimal("0.8"))
    #expect(entry["verdict"] == "tight")
    #expect(entry["severity"] == "add-on-available")
    #expect(
      entry["restsOn"]
        == .strings([
          "volume.events-per-day", "licensing.edition", "licensing.owned", "landscape.consumers",
        ]))
    #expect(entry["addOn"]?["enough"] == true)
  }

  @Test func anExclusionByALimitIsExplained() throws {
    let catalog = try Self.catalog.get()
    let answers = try answers(["remote.response-time": .quantity(130_000)], catalog)
    let decision = DecisionTable(catalog).decide(answers)
    let excluded = try #require(decision.technologies.first { $0.candidate.id == "apex-callout-sync" })
    let finding = try #require(excluded.exceededLimits.first { $0.limit.id == "callout-timeout" })
    #expect(!excluded.isEligible)
    #expect(
      CapacityText(finding, decision.answers, catalog).warning
        == "Duration of one callout: 130s response time of 120s per call (108 %)")
  }

  @Test func everyLimitHasARowForEachTechnologyThatListsIt() throws {
    let catalog = try Self.catalog.get()
    let bindings = catalog.limits.flatMap { limit in
      let bound = limit.demands.flatMap(\.technologies) + limit.bindings.flatMap(\.technologies)
      return Set(bound).map { "\($0) \(limit.id)" }
    }
    let lists = catalog.candidates.flatMap { candidate in
      (candidate.facts?.limits ?? []).map { "\(candidate.id) \($0)" }
    }
    #expect(!bindings.isEmpty)
    #expect(bindings.sorted() == lists.sorted())
  }
}
