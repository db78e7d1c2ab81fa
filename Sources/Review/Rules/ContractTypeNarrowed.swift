extension ReviewRule {
  static let contractTypeNarrowed = ReviewRule(
    .typeNarrowed, "A field takes fewer values", outgoing: .risky, incoming: .breaking,
    because: "Values that are sent today are refused tomorrow.")
}
