import Requirements
import Testing

@Suite struct RationalTests {
  @Test(arguments: [("0.7", 7, 10), ("1", 1, 1), ("0.25", 1, 4), ("1.50", 3, 2), ("0.0", 0, 1)])
  func readsDecimals(_ text: String, _ numerator: Int, _ denominator: Int) {
    #expect(Rational(decimal: text) == Rational(numerator, over: denominator))
  }

  @Test(arguments: ["", ".", "1.", ".5", "1.2.3", "-1", "1e3", "0.1234567", "0.1_0", "a"])
  func readsNothingElse(_ text: String) {
    #expect(Rational(decimal: text) == nil)
  }

  @Test(arguments: [
    (7, 2, "3.5"), (80, 9, "8.89"), (-80, 9, "-8.89"), (1, 1_000, "0"), (2_000_001, 2, "1,000,000.5"),
    (20_000, 1, "20,000"), (1_999, 1_000, "2"), (-1, 3, "-0.33"),
  ])
  func showsAtMostTwoDecimals(_ numerator: Int, _ denominator: Int, _ text: String) {
    #expect(Rational(numerator, over: denominator)?.rendered == text)
  }

  @Test func refusesWhatDoesNotFit() {
    #expect(Rational(1, over: 0) == nil)
    #expect(Rational(.min, over: 1) == nil)
    #expect(Rational(.max).adding(.one) == nil)
    #expect(Rational(.max).multiplied(by: Rational(2)) == nil)
    #expect(Rational.zero.inverse == nil)
  }

  @Test func comparesWithoutOverflow() throws {
    let less = try #require(Rational(.max - 1, over: .max))
    let more = try #require(Rational(.max, over: .max - 1))
    #expect(less < .one && .one < more && less < more)
    #expect(more.negated < less.negated)
  }
}
