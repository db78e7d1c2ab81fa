import Requirements
import TestSupport
import Testing

/// Estimates, held against exact arithmetic.
@Suite struct QuantityEstimateTests {
  private static func estimate(_ expressions: [QuantityExpression], _ answers: Answers) -> [Double] {
    var estimates = QuantityEstimates()
    let places = expressions.map { estimates.add($0) }
    let values = UnsafeMutableBufferPointer<Double>.allocate(capacity: estimates.count)
    defer { values.deallocate() }
    estimates.evaluate(answers, into: values)
    return places.map { values[$0] }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func noEstimateIsBelowItsValue(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bound = seed.isMultiple(of: 2) ? Quantity.maximum : 1_000
    for _ in 0..<50 {
      let texts = (0..<4).map { _ in RandomQuantities.expression(depth: 4, upTo: bound, using: &random) }
      let expressions = try texts.map { try QuantityVocabulary.parse($0) }
      let answers = RandomQuantities.answers(upTo: bound, using: &random)
      for (number, estimate) in Self.estimate(expressions, answers).enumerated() {
        switch expressions[number].evaluate(answers) {
        case .unstated: #expect(estimate.isNaN, "\(texts[number])")
        case .unbounded: #expect(estimate == .infinity, "\(texts[number])")
        case .undefined: break
        case .finite(let value):
          let quotient = Double(value.numerator) / Double(value.denominator)
          #expect(estimate * (1 + 1e-9) >= quotient, "\(texts[number])")
        }
      }
    }
  }

  @Test func plainExpressionsAreEstimatedClosely() throws {
    let answers = try QuantityVocabulary.answers(["volume.events-per-day": 4_000, "landscape.consumers": 3])
    let texts = [
      "volume.events-per-day * landscape.consumers", "ceil(volume.events-per-day / 3)", "min(5, 2)",
    ]
    let estimates = Self.estimate(try texts.map { try QuantityVocabulary.parse($0) }, answers)
    #expect(estimates == [12_000, 1_334, 2])
  }

  @Test func partsAreReckonedOnce() throws {
    var estimates = QuantityEstimates()
    let expression = try QuantityVocabulary.parse("volume.events-per-day * 2 + volume.events-per-day * 2")
    #expect(estimates.add(expression) == estimates.add(expression))
    #expect(estimates.count == 4)
  }

  @Test func whatThereIsAtLeastIsNoMoreThanAnyAllowance() throws {
    let least = try QuantityVocabulary.parse("100 + 5 * landscape.consumers").estimatedLeast(
      QuantityVocabulary.vocabulary)
    #expect(least > 99.9 && least < 100)
    let unknown = try QuantityVocabulary.parse("100 / landscape.consumers").estimatedLeast(
      QuantityVocabulary.vocabulary)
    #expect(unknown == -.infinity)
  }
}
