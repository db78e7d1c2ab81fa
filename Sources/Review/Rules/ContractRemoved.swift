extension ReviewRule {
  static let contractRemoved = ReviewRule(
    .contractRemoved, "A contract is no longer stated", outgoing: .breaking, incoming: .breaking,
    because:
      "Nothing that crosses the border is described any more, and all its scaffolding is no longer generated."
  )
}
