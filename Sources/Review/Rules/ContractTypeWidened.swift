extension ReviewRule {
  static let contractTypeWidened = ReviewRule(
    .typeWidened, "A field takes more values", outgoing: .breaking, incoming: .safe,
    because: "The receiver gets values that it cannot read.")
}
