extension ReviewRule {
  static let contractLengthReduced = ReviewRule(
    .lengthReduced, "A text has to be shorter", outgoing: .risky, incoming: .breaking,
    because:
      "Values that exist no longer fit: they are cut where they are sent, or refused where they arrive.")
}
