extension ReviewRule {
  static let contractAuthChanged = ReviewRule(
    .authChanged, "The way to authenticate changed", outgoing: .breaking, incoming: .breaking,
    because:
      "The other system refuses the old caller or never heard of the new one; both sides have to change in step."
  )
}
