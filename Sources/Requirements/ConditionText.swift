/// Puts conditions into the words that a catalog writes them in.
package struct ConditionText {
  package let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// Each test of a condition, such as `latency.within: up to 5s`.
  package func tests(of predicate: Predicate) -> [String] { predicate.tests.map(text) }

  /// The whole condition on one line.
  package func text(of predicate: Predicate) -> String {
    predicate.tests.isEmpty ? "always" : tests(of: predicate).joined(separator: ", ")
  }

  /// One test, such as `latency.within: up to 5s`.
  package func text(of test: RequirementTest) -> String {
    "\(vocabulary[test.requirement].id): \(accepted(by: test))"
  }

  /// The answers that a test accepts, in words.
  package func accepted(by test: RequirementTest) -> String {
    switch test.accepts {
    case .choice(let mask): choice(mask, test.requirement)
    case .boolean(let value): value ? "true" : "false"
    case .quantity(let range): quantity(range, test.requirement)
    case .holdsAny(let mask): words(mask, test.requirement).joined(separator: " or ")
    case .holdsNone(let mask): "without " + words(mask, test.requirement).joined(separator: ", ")
    }
  }

  private func words(_ mask: UInt64, _ index: Int) -> [String] { vocabulary.words(in: mask, of: index) }

  /// The shorter of the accepted words and those that are not.
  private func choice(_ mask: UInt64, _ index: Int) -> String {
    let (accepted, others) = (words(mask, index), words(~mask, index))
    guard others.count < accepted.count else { return accepted.joined(separator: " or ") }
    return others.isEmpty ? "any" : "not " + others.joined(separator: ", ")
  }

  private func quantity(_ range: ClosedRange<Int>, _ index: Int) -> String {
    if range.lowerBound == range.upperBound { return render(range.lowerBound, index) }
    let lower = range.lowerBound == 0 ? nil : atLeast(range.lowerBound, index)
    let upper = range.upperBound == .max ? nil : atMost(range.upperBound, index)
    let parts = [lower, upper].compactMap { $0 }
    return parts.isEmpty ? "any" : parts.joined(separator: " ")
  }

  /// `above 5s` reads better than `from 5001ms`.
  private func atLeast(_ bound: Int, _ index: Int) -> String {
    let (own, before) = (render(bound, index), render(bound - 1, index))
    return before.significantDigits < own.significantDigits ? "above \(before)" : "from \(own)"
  }

  private func atMost(_ bound: Int, _ index: Int) -> String {
    let (own, next) = (render(bound, index), render(bound + 1, index))
    return next.significantDigits < own.significantDigits ? "below \(next)" : "up to \(own)"
  }

  private func render(_ value: Int, _ index: Int) -> String {
    vocabulary.render(.quantity(value), of: index)
  }
}

extension String {
  /// How many digits are left without the zeros at the end.
  fileprivate var significantDigits: Int {
    var (digits, count) = (0, 0)
    for character in self where character.isNumber {
      digits += 1
      if character != "0" { count = digits }
    }
    return count
  }
}
