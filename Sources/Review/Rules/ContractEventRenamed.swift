extension ReviewRule {
  static let contractEventRenamed = ReviewRule(
    .eventRenamed, "An event has another name", outgoing: .breaking, incoming: .breaking,
    because: "Subscribers of the old name go deaf without an error; publish both until they have moved.")
}
