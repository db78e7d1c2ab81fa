extension ReviewRule {
  static let contractDefaultChanged = ReviewRule(
    .defaultChanged, "A default changed", outgoing: .risky, incoming: .risky,
    because: "Where the value is left out, the two sides now understand different things.")
}
