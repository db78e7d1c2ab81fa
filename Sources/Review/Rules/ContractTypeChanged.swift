extension ReviewRule {
  static let contractTypeChanged = ReviewRule(
    .typeChanged, "A field has another type", outgoing: .breaking, incoming: .breaking,
    because: "The side that has not changed cannot read what it gets, or sends what is refused.")
}
