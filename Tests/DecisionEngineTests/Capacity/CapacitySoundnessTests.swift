import CatalogModel
import DecisionEngine
import Requirements
import TestSupport
import Testing

/// Random limits and answers, held against every way to state the rest.
@Suite struct CapacitySoundnessTests {
  private typealias Index = CapacityCatalog.Index

  private static let figures = [0, 1, 3, 10, 30, 100]
  private static let answersOf: [[Answer]] = [
    figures.map(Answer.quantity), figures.map(Answer.quantity),
    [CapacityCatalog.developer, CapacityCatalog.enterprise, CapacityCatalog.unlimited],
    [CapacityCatalog.ownsNothing, CapacityCatalog.ownsAddOn], [.choice(0), .choice(1)],
  ]

  @Test(arguments: 0..<40 as Range<UInt64>)
  func whatIsSettledHoldsForEveryCompletion(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var settledCount = 0
    for _ in 0..<20 {
      let catalog = try Self.catalog(using: &random)
      let answers = Self.answers(using: &random)
      guard catalog.table.decide(answers).recommendation.isSettled else { continue }
      settledCount += 1
      let present = catalog.technologies(answers)
      for complete in Self.completions(of: answers) {
        #expect(catalog.technologies(complete) == present, "seed \(seed)")
      }
    }
    #expect(settledCount > 0, "a seed without a settled decision tests nothing")
  }

  /// A limit excludes only where it would under every completion of what its allowance rests on.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func ranksAsIfEveryTechnologyWereChecked(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let catalog = try Self.catalog(using: &random)
      let answers = Self.answers(using: &random)
      let decision = catalog.table.decide(answers)
      let eligible = ["a", "b"].filter { id in
        !catalog.catalog.limits.contains { Self.excludes($0, id, answers) }
          && !decision.technologies.contains { $0.candidate.id == id && !$0.exclusions.isEmpty }
      }
      #expect(catalog.technologies(answers) == Array(eligible.prefix(1)), "seed \(seed)")
    }
  }

  /// The page on formats, word by word.
  private static func excludes(_ limit: Limit, _ technology: String, _ answers: Answers) -> Bool {
    guard limit.severity != .soft, limit.confidence != .low else { return false }
    guard limit.when.evaluate(answers) == .yes else { return false }
    guard let demand = limit.demands.first(where: { $0.technologies.contains(technology) }) else {
      return false
    }
    let spent = demand.amount.evaluate(answers)
    let isOwned = answers[Index.owned].map { $0 == CapacityCatalog.ownsAddOn }
    if limit.severity == .addOnAvailable {
      guard let grant = limit.addOn?.grant, !grant.isRepeatable, isOwned == true else { return false }
    }
    let editions = answers[Index.edition].map { [$0] } ?? answersOf[Index.edition]
    return editions.allSatisfy { edition in
      let word = CapacityCatalog.vocabulary.render(edition, of: Index.edition)
      let allowance = limit.allowances.first { $0.edition == nil || $0.edition == word }
      guard let allowance else { return false }
      let adds = limit.addOn?.grant.map { $0.adds.evaluate(answers) } ?? QuantityValue(0)
      let base = allowance.amount.evaluate(answers)
      return spent.exceeds(isOwned == false ? base : base + adds)
    }
  }

  private static func catalog(using random: inout SplitMix64) throws -> CapacityCatalog {
    let limits = try (0..<Int.random(in: 1...2, using: &random)).map {
      try limit(id: "l\($0)", using: &random)
    }
    let rule = CapacityCatalog.rule(
      "rule", CapacityCatalog.test(Index.trigger, .choice(1)), .exclude([pick(["a", "b"], using: &random)]))
    return CapacityCatalog(limits, rules: Bool.random(using: &random) ? [rule] : [])
  }

  private static func limit(id: String, using random: inout SplitMix64) throws -> Limit {
    let (one, two) = (pick(figures, using: &random), pick(figures, using: &random))
    let allowances = [
      ["any": "\(one)"], ["developer": "\(one)"], ["any": "\(one) + 2 * landscape.consumers"],
      ["developer": "\(one)", "enterprise": "\(two)", "unlimited": "\(two) * 2"],
      ["any": "\(one) / landscape.consumers"],
    ]
    return try CapacityCatalog.limit(
      id: id,
      demand: pick(
        [
          "volume.events", "volume.events * landscape.consumers", "first(volume.events, landscape.consumers)",
          "first(ceil(volume.events / landscape.consumers), 5)", "landscape.consumers - 1",
          "max(volume.events, 20)",
        ], using: &random),
      of: pick([["a"], ["b"], ["a", "b"]], using: &random), allowance: pick(allowances, using: &random),
      adds: pick([nil, "20", "landscape.consumers"], using: &random),
      isRepeatable: Bool.random(using: &random), hasAddOn: true,
      severity: pick(Limit.Severity.allCases, using: &random),
      confidence: pick(Limit.Confidence.allCases, using: &random),
      when: pick(
        [Predicate(tests: []), CapacityCatalog.test(Index.trigger, .choice(1))], using: &random),
      minimums: pick([[:], [Index.consumers: 3]], using: &random))
  }

  private static func answers(using random: inout SplitMix64) -> Answers {
    var answers = Answers(count: answersOf.count)
    for (index, candidates) in answersOf.enumerated() where Int.random(in: 0..<5, using: &random) > 1 {
      answers[index] = pick(candidates, using: &random)
    }
    return answers
  }

  private static func completions(of answers: Answers) -> [Answers] {
    answersOf.enumerated().reduce([answers]) { partial, requirement in
      guard answers[requirement.offset] == nil else { return partial }
      return partial.flatMap { answers in
        requirement.element.map { answer in
          var more = answers
          more[requirement.offset] = answer
          return more
        }
      }
    }
  }

  private static func pick<Element>(_ list: [Element], using random: inout SplitMix64) -> Element {
    list[Int.random(in: list.indices, using: &random)]
  }
}
