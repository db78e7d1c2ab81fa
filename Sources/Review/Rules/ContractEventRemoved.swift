extension ReviewRule {
  static let contractEventRemoved = ReviewRule(
    .eventRemoved, "An event is no longer published", outgoing: .breaking, incoming: .breaking,
    because: "Every subscriber goes deaf without an error.")
}
