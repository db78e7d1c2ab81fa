extension ReviewRule {
  static let contractMasterChanged = ReviewRule(
    .masterChanged, "Another side holds the truth of a field", outgoing: .risky, incoming: .risky,
    because:
      "Changes that win today are overwritten tomorrow; agree on the day and on what happens to differences.")
}
