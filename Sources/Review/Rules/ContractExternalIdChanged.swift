extension ReviewRule {
  static let contractExternalIdChanged = ReviewRule(
    .externalIDChanged, "Repeated writes are recognised by another key", outgoing: .breaking,
    incoming: .breaking,
    because: "Records that were written under the old key are not found again, and so are written twice.")
}
