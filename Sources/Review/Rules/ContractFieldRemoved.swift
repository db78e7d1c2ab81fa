extension ReviewRule {
  static let contractFieldRemoved = ReviewRule(
    .fieldRemoved, "An optional field was removed", outgoing: .risky, incoming: .risky,
    because: "Whoever used the value does without it from now on.")
}
