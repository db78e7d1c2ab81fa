extension ReviewRule {
  static let contractEntityChanged = ReviewRule(
    .entityChanged, "A message is about another entity of the other system", outgoing: .risky,
    incoming: .risky,
    because: "The mapping and the rights of the integration user on the other side belong to the old entity.")
}
