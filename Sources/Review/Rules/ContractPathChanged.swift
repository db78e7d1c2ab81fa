extension ReviewRule {
  static let contractPathChanged = ReviewRule(
    .pathChanged, "A message is found at another path", outgoing: .breaking, incoming: .breaking,
    because: "The side that has not changed calls, or serves, the old path.")
}
