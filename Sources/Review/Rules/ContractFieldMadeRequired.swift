extension ReviewRule {
  static let contractFieldMadeRequired = ReviewRule(
    .fieldMadeRequired, "An optional field became required", outgoing: .safe, incoming: .breaking,
    because: "Whoever sends the data does not always send the field, and is refused.")
}
