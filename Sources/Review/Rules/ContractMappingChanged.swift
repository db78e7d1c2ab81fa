extension ReviewRule {
  static let contractMappingChanged = ReviewRule(
    .mappingChanged, "A field stands for another field of Salesforce", outgoing: .risky, incoming: .risky,
    because: "The other system sees the same name with other values; nothing tells it.")
}
