extension ReviewRule {
  static let contractMessageAdded = ReviewRule(
    .messageAdded, "A message was added", outgoing: .safe, incoming: .safe,
    because: "Nobody depends on it yet.")
}
