extension ReviewRule {
  static let contractRequiredFieldRemoved = ReviewRule(
    .requiredFieldRemoved, "A required field was removed", outgoing: .breaking, incoming: .risky,
    because: "Whoever receives the data expects the field.")
}
