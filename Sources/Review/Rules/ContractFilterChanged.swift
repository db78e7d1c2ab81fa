extension ReviewRule {
  static let contractFilterChanged = ReviewRule(
    .filterChanged, "A message is about other records", outgoing: .risky, incoming: .risky,
    because: "Of records that the filter leaves out nobody hears any more, and nothing tells the readers.")
}
