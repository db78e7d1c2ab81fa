extension ReviewRule {
  static let contractEventAdded = ReviewRule(
    .eventAdded, "An event is published", outgoing: .safe, incoming: .safe,
    because: "Nobody depends on it yet.")
}
