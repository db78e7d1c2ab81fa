extension ReviewRule {
  static let contractMessageRemoved = ReviewRule(
    .messageRemoved, "A message was removed", outgoing: .risky, incoming: .breaking,
    because:
      "Callers of it get an error; where Salesforce was the caller, the other system no longer hears of it.")
}
