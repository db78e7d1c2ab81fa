/// A fraction in its lowest terms; whatever does not fit it is `nil`, never rounded.
package struct Rational: Sendable, Hashable, Comparable {
  package let numerator: Int
  /// Greater than zero.
  package let denominator: Int

  package static let zero = Rational(0)
  package static let one = Rational(1)

  package init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// `nil` for a denominator of zero, and where the fraction has no lowest terms that fit.
  package init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0, numerator != .min, denominator != .min else { return nil }
    let divisor = Self.commonDivisor(abs(numerator), abs(denominator))
    self.numerator = (denominator < 0 ? -numerator : numerator) / divisor
    self.denominator = abs(denominator) / divisor
  }

  /// Reads a decimal such as `0.7`; `nil` for anything else.
  package init?(decimal text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Quantity.parseCount(parts[0]) else { return nil }
    self.init(whole)
    guard parts.count == 2 else { return }
    guard parts[1].count <= 6, !parts[1].contains("_"), let digits = Quantity.parseCount(parts[1]) else {
      return nil
    }
    let scale = parts[1].reduce(1) { scale, _ in scale * 10 }
    guard let sum = Rational(digits, over: scale).flatMap(adding) else { return nil }
    self = sum
  }

  private static func commonDivisor(_ left: Int, _ right: Int) -> Int {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }

  package var isWhole: Bool { denominator == 1 }

  package static func < (left: Rational, right: Rational) -> Bool {
    if left.denominator == right.denominator { return left.numerator < right.numerator }
    let ours = left.numerator.multipliedFullWidth(by: right.denominator)
    let theirs = right.numerator.multipliedFullWidth(by: left.denominator)
    return (ours.high, ours.low) < (theirs.high, theirs.low)
  }
}

// MARK: - Arithmetic

extension Rational {
  /// `nil` where the sum is beyond what can be counted.
  package func adding(_ other: Rational) -> Rational? {
    let (ours, first) = numerator.multipliedReportingOverflow(by: other.denominator)
    let (theirs, second) = other.numerator.multipliedReportingOverflow(by: denominator)
    let (sum, third) = ours.addingReportingOverflow(theirs)
    let (common, fourth) = denominator.multipliedReportingOverflow(by: other.denominator)
    return first || second || third || fourth ? nil : Rational(sum, over: common)
  }

  /// `nil` where the product is beyond what can be counted.
  package func multiplied(by other: Rational) -> Rational? {
    guard let left = Rational(numerator, over: other.denominator),
      let right = Rational(other.numerator, over: denominator)
    else { return nil }
    let (top, first) = left.numerator.multipliedReportingOverflow(by: right.numerator)
    let (bottom, second) = left.denominator.multipliedReportingOverflow(by: right.denominator)
    return first || second ? nil : Rational(top, over: bottom)
  }

  /// `nil` for zero.
  package var inverse: Rational? { Rational(denominator, over: numerator) }

  /// For judging magnitudes only.
  var approximation: Double { Double(numerator) / Double(denominator) }

  package var negated: Rational { Rational(-numerator, over: denominator) ?? .zero }

  /// The least whole number that is not below it.
  package var roundedUp: Int {
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest > 0 ? whole + 1 : whole
  }

  /// The nearest whole number; halves away from zero.
  package var rounded: Int {
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    guard abs(rest) >= denominator - abs(rest) else { return whole }
    return whole + numerator.signum()
  }
}
