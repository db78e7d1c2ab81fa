extension ReviewRule {
  static let contractValueAdded = ReviewRule(
    .valueAdded, "A value was added to an enumeration", outgoing: .risky, incoming: .safe,
    because: "The receiver may not know the value; it should have a branch for others.")
}
