extension ReviewRule {
  static let contractFieldAdded = ReviewRule(
    .fieldAdded, "An optional field was added", outgoing: .safe, incoming: .safe,
    because: "Whoever does not know the field can leave it out, or pass over it.")
}
