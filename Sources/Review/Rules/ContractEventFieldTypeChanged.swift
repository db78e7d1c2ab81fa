extension ReviewRule {
  static let contractEventFieldTypeChanged = ReviewRule(
    .eventFieldTypeChanged, "A field of an event has another type", outgoing: .breaking, incoming: .breaking,
    because: "The type of a field that was deployed cannot be changed in place; subscribers read the old one."
  )
}
