extension ReviewRule {
  static let contractLengthIncreased = ReviewRule(
    .lengthIncreased, "A text may be longer", outgoing: .risky, incoming: .safe,
    because: "The receiver may have no room for it, and cut or refuse it.")
}
