extension ReviewRule {
  static let contractObjectChanged = ReviewRule(
    .objectChanged, "A message is about another Salesforce object", outgoing: .risky, incoming: .risky,
    because: "Triggers, permissions and mapping belong to the old object.")
}
