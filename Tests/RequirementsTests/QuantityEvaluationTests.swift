import Requirements
import TestSupport
import Testing

@Suite struct QuantityEvaluationTests {
  private func evaluate(_ text: String, _ values: [String: Int] = [:]) throws -> QuantityValue {
    try QuantityVocabulary.parse(text).evaluate(try QuantityVocabulary.answers(values))
  }

  @Test(arguments: [
    ("2 + 3 * 4", 14, 1), ("(2 + 3) * 4", 20, 1), ("10 - 3 - 2", 5, 1), ("100 / 10 / 5", 2, 1),
    ("2 * 3 / 4", 3, 2), ("1 / 3 + 1 / 6", 1, 2), ("ceil(7 / 2)", 4, 1), ("ceil(8 / 2)", 4, 1),
    ("ceil(1 - 5 / 2)", -1, 1), ("max(2, 3, 1)", 3, 1), ("min(2, 3, 1)", 1, 1), ("1h / 15m", 4, 1),
    ("1MB / 1KB", 1_024, 1), ("1 - 3", -2, 1),
  ])
  func reckonsExactly(_ text: String, _ numerator: Int, _ denominator: Int) throws {
    let expected = try #require(Rational(numerator, over: denominator))
    #expect(try evaluate(text) == .finite(expected))
  }

  @Test func takesAnswersForRequirements() throws {
    let value = try evaluate(
      "volume.events-per-day * remote.response-time / 1h",
      ["volume.events-per-day": 4_000, "remote.response-time": 8_000])
    #expect(value == Rational(80, over: 9).map(QuantityValue.finite))
    #expect(value.rendered(as: .count) == "8.89")
  }

  @Test(arguments: [
    ("volume.events-per-day * landscape.consumers", ["volume.events-per-day": 5]),
    ("0 * volume.events-per-day", [:]), ("volume.events-per-day / 0", [:]),
    ("first(volume.events-per-day, volume.records-per-run)", ["landscape.consumers": 5]),
  ])
  func isUnstatedWhereARequirementIsMissing(_ text: String, _ values: [String: Int]) throws {
    #expect(try evaluate(text, values) == .unstated)
  }

  @Test func takesTheFirstThatIsStated() throws {
    let text = "first(volume.events-per-day, volume.records-per-run * 2, 9)"
    #expect(try evaluate(text) == QuantityValue(9))
    #expect(try evaluate(text, ["volume.records-per-run": 4]) == QuantityValue(8))
    #expect(
      try evaluate(text, ["volume.records-per-run": 4, "volume.events-per-day": 1]) == QuantityValue(1))
  }

  @Test(arguments: ["1 / 0", "first(1 / 0, 2)", "max(1 / 0, 2)", "0 / 0", "(1 / 0) * 0"])
  func hasNoValueWhenDividedByZero(_ text: String) throws {
    #expect(try evaluate(text) == .undefined)
  }

  @Test func isUnboundedWhereAnAnswerIs() throws {
    let oneOff = ["latency.within": Quantity.unbounded]
    #expect(try evaluate("latency.within", oneOff) == .unbounded)
    #expect(try evaluate("3m / latency.within", oneOff) == QuantityValue(0))
    #expect(try evaluate("latency.within / 1s", oneOff) == .unbounded)
    #expect(try evaluate("latency.within / latency.within", oneOff) == .undefined)
    #expect(try evaluate("min(latency.within, 1s)", oneOff) == QuantityValue(1_000))
  }

  @Test(arguments: [
    "999_999_999_999 * 999_999_999_999", "999999999GB * 999999999999", "999999999GB * 100 + 1B",
    "999_999_999_999 * 999_999_999_999 * 999_999_999_999",
  ])
  func countsWhatOverflowsAsUnbounded(_ text: String) throws {
    #expect(try evaluate(text) == .unbounded)
    #expect(try evaluate(text).exceeds(QuantityValue(.max)))
  }

  @Test func tellsWhatAValueRestsOn() throws {
    let names = ["volume.events-per-day", "landscape.consumers"]
    let expression = try QuantityVocabulary.parse(
      "first(volume.records-per-run, volume.events-per-day) * landscape.consumers")
    let answers = try QuantityVocabulary.answers(["volume.events-per-day": 2, "landscape.consumers": 3])
    #expect(expression.basis(answers) == (try names.map(QuantityVocabulary.index)))
    #expect(expression.needs(answers) == [])
  }

  @Test func tellsWhatHasToBeStatedFirst() throws {
    let (events, records) = (
      try QuantityVocabulary.index("volume.events-per-day"),
      try QuantityVocabulary.index("volume.records-per-run")
    )
    let consumers = try QuantityVocabulary.index("landscape.consumers")
    let expression = try QuantityVocabulary.parse(
      "first(volume.events-per-day * volume.records-per-run, volume.records-per-run, volume.events-per-day)")
    #expect(expression.needs(try QuantityVocabulary.answers([:])) == [[records], [events]])
    let product = try QuantityVocabulary.parse("volume.events-per-day * landscape.consumers")
    #expect(product.needs(try QuantityVocabulary.answers([:])) == [[events, consumers]])
    #expect(product.needs(try QuantityVocabulary.answers(["landscape.consumers": 1])) == [[events]])
  }

  /// What is known of an expression under some answers holds for every way to state the rest.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func boundsHoldEveryCompletion(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let text = RandomQuantities.expression(depth: 3, using: &random)
      let expression = try QuantityVocabulary.parse(text)
      let answers = RandomQuantities.answers(using: &random)
      let bounds = expression.bounds(answers)
      for _ in 0..<8 {
        let value = expression.evaluate(RandomQuantities.completion(of: answers, using: &random))
        #expect(!bounds.least.exceeds(value) && !value.exceeds(bounds.greatest), "\(text)")
      }
    }
  }

  /// With figures so small that no fraction is too fine, a certain least value means that there is a value.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func boundsKnowWhereAValueMayBeMissing(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let text = RandomQuantities.expression(depth: 2, upTo: 20, using: &random)
      let expression = try QuantityVocabulary.parse(text)
      let answers = RandomQuantities.answers(upTo: 20, using: &random)
      let isCertain = expression.bounds(answers).least != .undefined
      for _ in 0..<8 {
        let complete = RandomQuantities.completion(of: answers, upTo: 20, using: &random)
        #expect(!isCertain || expression.evaluate(complete).isKnown, "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("volume.events-per-day * landscape.consumers", "20,000 events per day × 3 consumers"),
    ("ceil(volume.events-per-day / 200) * 36", "ceil(20,000 events per day ÷ 200) × 36"),
    ("(1 + landscape.consumers) * 2", "(1 + 3 consumers) × 2"),
    ("8 / (landscape.consumers - 1)", "8 ÷ (3 consumers − 1)"),
    ("8 - (landscape.consumers - 1)", "8 − (3 consumers − 1)"),
    ("8 + landscape.consumers * 2", "8 + 3 consumers × 2"),
    ("first(volume.records-per-run, volume.events-per-day)", "20,000 events per day"),
    ("max(250_000, 200 * landscape.consumers)", "max(250,000, 200 × 3 consumers)"),
    ("2 * volume.payload", "2 × 4KB payload"), ("remote.response-time", "8s response time"),
    ("volume.records-per-run * 2", "records per run × 2"),
  ])
  func spellsTheArithmetic(_ text: String, _ spelling: String) throws {
    let answers = try QuantityVocabulary.answers([
      "volume.events-per-day": 20_000, "landscape.consumers": 3, "volume.payload": 4_096,
      "remote.response-time": 8_000,
    ])
    #expect(try QuantityVocabulary.parse(text).spelled(answers, QuantityVocabulary.vocabulary) == spelling)
  }
}
