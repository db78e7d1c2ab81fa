extension ReviewRule {
  static let contractEventFieldRemoved = ReviewRule(
    .eventFieldRemoved, "A field of an event was removed", outgoing: .breaking, incoming: .breaking,
    because:
      "Subscribers that read the field get nothing, and events that are kept for replay still carry it.")
}
