extension ReviewRule {
  static let contractAdded = ReviewRule(
    .contractAdded, "A contract is stated", outgoing: .safe, incoming: .safe,
    because:
      "What crosses the border is written down for the first time; everything that is built derives from it.")
}
