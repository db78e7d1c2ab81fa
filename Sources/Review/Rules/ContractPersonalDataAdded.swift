extension ReviewRule {
  static let contractPersonalDataAdded = ReviewRule(
    .personalDataAdded, "Personal data crosses the border", outgoing: .risky, incoming: .risky,
    because:
      "It needs a purpose, a legal basis, masking in logs and sandboxes, and a way to delete it on both sides."
  )
}
