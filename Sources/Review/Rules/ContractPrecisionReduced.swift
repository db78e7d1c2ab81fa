extension ReviewRule {
  static let contractPrecisionReduced = ReviewRule(
    .precisionReduced, "A number has to have fewer digits", outgoing: .risky, incoming: .breaking,
    because: "Values that exist are rounded where they are sent, or refused where they arrive.")
}
