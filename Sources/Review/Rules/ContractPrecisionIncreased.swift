extension ReviewRule {
  static let contractPrecisionIncreased = ReviewRule(
    .precisionIncreased, "A number may have more digits", outgoing: .risky, incoming: .safe,
    because: "The receiver may round or refuse it.")
}
