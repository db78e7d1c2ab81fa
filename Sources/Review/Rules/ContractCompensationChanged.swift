extension ReviewRule {
  static let contractCompensationChanged = ReviewRule(
    .compensationChanged, "A message takes back something else", outgoing: .risky, incoming: .risky,
    because: "When a later step fails, what was done before it stays done, or is undone by the wrong call.")
}
