extension ReviewRule {
  static let contractRequiredFieldAdded = ReviewRule(
    .requiredFieldAdded, "A required field was added", outgoing: .safe, incoming: .breaking,
    because: "Whoever sends the data does not send the field yet, and is refused.")
}
