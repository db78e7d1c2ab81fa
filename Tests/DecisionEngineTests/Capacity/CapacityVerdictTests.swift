import CatalogModel
import DecisionEngine
import Requirements
import Testing

@Suite struct CapacityVerdictTests {
  private typealias Index = CapacityCatalog.Index

  /// A warning limit, so that `a` stays recommended whatever the verdict.
  private func finding(_ limit: Limit, _ answers: [Int: Answer]) throws -> CapacityFinding {
    let decision = CapacityCatalog([limit]).table.decide(CapacityCatalog.answers(answers))
    return try #require(decision.capacity.first { $0.limit.id == limit.id })
  }

  @Test(arguments: [
    (0, CapacityFinding.Verdict.fits), (17_499, .fits), (17_500, .tight), (20_000, .tight), (25_000, .tight),
    (25_001, .exceeded), (999_999_999_999, .exceeded),
  ])
  func comparesDemandWithAllowance(_ events: Int, _ verdict: CapacityFinding.Verdict) throws {
    let finding = try finding(
      try CapacityCatalog.limit(severity: .soft),
      [
        Index.events: .quantity(events), Index.consumers: .quantity(1),
        Index.edition: CapacityCatalog.enterprise,
      ])
    #expect(finding.verdict == verdict)
    #expect(finding.spent == QuantityValue(events))
    #expect(finding.allowance.point == QuantityValue(25_000))
    #expect(finding.share == Rational(events, over: 25_000).map(QuantityValue.finite))
    #expect(finding.restsOn == [Index.events, Index.consumers, Index.edition])
  }

  @Test(arguments: [
    (6_999, CapacityFinding.Verdict.fits), (8_000, .unknown), (10_000, .unknown), (30_000, .unknown),
    (50_000, .unknown), (50_001, .exceeded),
  ])
  func isTheSameForEveryEditionOrUnknown(_ events: Int, _ verdict: CapacityFinding.Verdict) throws {
    let finding = try finding(
      try CapacityCatalog.limit(severity: .soft),
      [Index.events: .quantity(events), Index.consumers: .quantity(1)])
    #expect(finding.verdict == verdict)
    #expect(finding.needs == (verdict == .unknown ? [[Index.edition]] : []))
  }

  @Test func countsAnEditionWithoutTheLimitAsFitting() throws {
    let limit = try CapacityCatalog.limit(allowance: ["developer": "20"])
    let answers: [Int: Answer] = [Index.events: .quantity(30), Index.consumers: .quantity(1)]
    #expect(try finding(limit, answers).verdict == .unknown)
    #expect(try finding(limit, answers).effect == .none)
    let enterprise = answers.merging([Index.edition: CapacityCatalog.enterprise]) { $1 }
    #expect(CapacityCatalog([limit]).table.decide(CapacityCatalog.answers(enterprise)).capacity.isEmpty)
  }

  @Test func isUnknownWithoutTheDemandAndNamesWhatIsMissing() throws {
    let finding = try finding(try CapacityCatalog.limit(), [Index.edition: CapacityCatalog.enterprise])
    #expect(finding.verdict == .unknown)
    #expect(finding.needs == [[Index.events, Index.consumers]])
    #expect(finding.spent == .unstated)
  }

  @Test func isLeftOutWhereItsConditionIsNoAndUnknownWhereItIsUnknown() throws {
    let limit = try CapacityCatalog.limit(when: CapacityCatalog.test(Index.trigger, .choice(1)))
    let answers: [Int: Answer] = [
      Index.events: .quantity(20_000), Index.consumers: .quantity(1),
      Index.edition: CapacityCatalog.enterprise,
    ]
    #expect(try finding(limit, answers).verdict == .unknown)
    #expect(try finding(limit, answers).needs == [[Index.trigger]])
    #expect(try finding(limit, answers.merging([Index.trigger: .choice(0)]) { $1 }).verdict == .tight)
    let other = CapacityCatalog.answers(answers.merging([Index.trigger: .choice(1)]) { $1 })
    #expect(CapacityCatalog([limit]).table.decide(other).capacity.isEmpty)
  }

  @Test(arguments: [
    ([Index.trigger: Answer.choice(1), Index.consumers: .quantity(1)], CapacityFinding.Verdict.tight, []),
    ([Index.trigger: .choice(1)], .unknown, [[Index.consumers]]),
    ([Index.consumers: .quantity(1)], .unknown, [[Index.trigger]]),
    ([Index.trigger: .choice(0), Index.consumers: .quantity(1)], nil, []),
    ([Index.trigger: .choice(1), Index.consumers: .quantity(1_000)], nil, []),
  ])
  func aRowMayHaveAConditionBesidesThatOfItsLimit(
    _ stated: [Int: Answer], _ verdict: CapacityFinding.Verdict?, _ needs: [[Int]]
  ) throws {
    let limit = try CapacityCatalog.limit(
      demand: "volume.events", when: CapacityCatalog.test(Index.trigger, .choice(1 << 1)),
      rowWhen: CapacityCatalog.test(Index.consumers, .quantity(0...999)))
    let answers = stated.merging([Index.events: .quantity(20_000), Index.edition: CapacityCatalog.enterprise])
    {
      $1
    }
    let capacity = CapacityCatalog([limit]).table.decide(CapacityCatalog.answers(answers)).capacity
    #expect(capacity.map(\.verdict) == [verdict].compactMap { $0 })
    #expect(capacity.first?.needs ?? [] == needs)
  }

  @Test(arguments: [(999, true), (1_000, false)])
  func aRowExcludesOnlyUnderItsCondition(_ consumers: Int, _ excludes: Bool) throws {
    let limit = try CapacityCatalog.limit(
      demand: "volume.events", rowWhen: CapacityCatalog.test(Index.consumers, .quantity(0...999)))
    let answers = CapacityCatalog.answers([
      Index.events: .quantity(30_000), Index.consumers: .quantity(consumers),
      Index.edition: CapacityCatalog.enterprise,
    ])
    #expect(CapacityCatalog([limit]).technologies(answers) == [excludes ? "b" : "a"])
  }

  @Test func isUnknownWhereItDividesByZero() throws {
    let limit = try CapacityCatalog.limit(
      demand: "volume.events / landscape.consumers", allowance: ["any": "10"])
    let finding = try finding(limit, [Index.events: .quantity(5), Index.consumers: .quantity(0)])
    #expect(finding.verdict == .unknown)
    #expect(finding.needs.isEmpty)
  }

  @Test func isExceededWhereTheDemandOverflows() throws {
    let limit = try CapacityCatalog.limit(
      demand: "volume.events * volume.events * volume.events", allowance: ["any": "999_999_999_999"],
      severity: .soft)
    #expect(try finding(limit, [Index.events: .quantity(Quantity.maximum)]).verdict == .exceeded)
  }

  @Test func knowsTheLeastOfAnAllowanceThatRestsOnMore() throws {
    let limit = try CapacityCatalog.limit(
      demand: "volume.events", allowance: ["any": "100 + 10 * landscape.consumers"])
    #expect(try finding(limit, [Index.events: .quantity(60)]).verdict == .fits)
    let open = try finding(limit, [Index.events: .quantity(90)])
    #expect(open.verdict == .unknown)
    #expect(open.needs == [[Index.consumers]])
  }

  @Test(arguments: [
    (CapacityCatalog.ownsNothing as Answer?, 24_000, CapacityFinding.Verdict.tight),
    (CapacityCatalog.ownsAddOn, 24_000, .fits), (nil, 24_000, .unknown), (nil, 1_000, .fits),
    (CapacityCatalog.ownsAddOn, 125_000, .tight), (CapacityCatalog.ownsAddOn, 125_001, .exceeded),
    (nil, 125_001, .exceeded), (CapacityCatalog.ownsNothing, 25_001, .exceeded),
  ])
  func addsWhatAnOwnedAddOnBrings(
    _ owned: Answer?, _ events: Int, _ verdict: CapacityFinding.Verdict
  ) throws {
    let limit = try CapacityCatalog.limit(demand: "volume.events", adds: "100_000", severity: .soft)
    var answers: [Int: Answer] = [Index.events: .quantity(events), Index.edition: CapacityCatalog.enterprise]
    answers[Index.owned] = owned
    #expect(try finding(limit, answers).verdict == verdict)
  }

  // MARK: The least of what is not stated

  /// Consumers count as one where they are not stated, and a hub stands before a thousand.
  private func least(severity: Limit.Severity = .soft) throws -> Limit {
    try CapacityCatalog.limit(
      severity: severity, when: CapacityCatalog.test(Index.consumers, .quantity(0...999)),
      minimums: [Index.consumers: 1])
  }

  @Test(arguments: [
    (25_000, CapacityFinding.Verdict.unknown), (25_001, .exceeded), (500_000, .exceeded), (1, .unknown),
  ])
  func isExceededOnlyWhereEvenTheLeastIs(_ events: Int, _ verdict: CapacityFinding.Verdict) throws {
    let finding = try finding(
      try least(), [Index.events: .quantity(events), Index.edition: CapacityCatalog.enterprise])
    #expect(finding.verdict == verdict)
    #expect(finding.isLeast == (verdict == .exceeded))
    #expect(finding.spent == (verdict == .exceeded ? QuantityValue(events) : .unstated))
    #expect(finding.restsOn == [Index.events, Index.edition])
    #expect(finding.needs == [[Index.consumers]])
  }

  @Test(arguments: [
    (0, CapacityFinding.Verdict.fits), (1, .exceeded), (999, .exceeded), (1_000, nil), (50_000, nil),
  ])
  func aStatedAnswerIsNeverReplacedByItsLeast(
    _ consumers: Int, _ verdict: CapacityFinding.Verdict?
  ) throws {
    let answers = CapacityCatalog.answers([
      Index.events: .quantity(30_000), Index.consumers: .quantity(consumers),
      Index.edition: CapacityCatalog.enterprise,
    ])
    let findings = CapacityCatalog([try least()]).table.decide(answers).capacity
    #expect(findings.map(\.verdict) == [verdict].compactMap { $0 })
    #expect(findings.allSatisfy { !$0.isLeast && $0.counted.isEmpty })
  }

  @Test func theLeastKnocksNothingOut() throws {
    let answers: [Int: Answer] = [Index.events: .quantity(60_000)]
    let hard = try finding(try least(severity: .hard), answers)
    #expect(hard.verdict == .exceeded)
    #expect(hard.effect == .warns)
  }

  @Test func aDemandThatNeedsMoreThanTheLeastIsUnknown() throws {
    let finding = try finding(try least(), [Index.edition: CapacityCatalog.enterprise])
    #expect(finding.verdict == .unknown)
    #expect(finding.needs == [[Index.events, Index.consumers]])
  }
}
