extension ReviewRule {
  static let contractValueRemoved = ReviewRule(
    .valueRemoved, "A value was removed from an enumeration", outgoing: .safe, incoming: .breaking,
    because: "Whoever sends the value today is refused tomorrow.")
}
