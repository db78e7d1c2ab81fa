extension ReviewRule {
  static let contractPrincipalChanged = ReviewRule(
    .principalChanged, "The other system sees another identity", outgoing: .risky, incoming: .risky,
    because: "Rights, audit trails and rate limits hang on the identity.")
}
