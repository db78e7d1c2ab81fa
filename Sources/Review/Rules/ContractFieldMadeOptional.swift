extension ReviewRule {
  static let contractFieldMadeOptional = ReviewRule(
    .fieldMadeOptional, "A required field became optional", outgoing: .breaking, incoming: .safe,
    because: "Whoever receives the data may rely on the field being there.")
}
