extension ReviewRule {
  static let contractOperationChanged = ReviewRule(
    .operationChanged, "A message does something else", outgoing: .breaking, incoming: .breaking,
    because:
      "Another method at the same place: the side that has not changed refuses it, or does the wrong thing.")
}
