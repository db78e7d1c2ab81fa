extension ReviewRule {
  static let contractBaseUrlChanged = ReviewRule(
    .baseURLChanged, "Calls go to another address", outgoing: .risky, incoming: .risky,
    because:
      "The new address has to answer, and remote site, credential and firewall have to know it, before the change is deployed."
  )
}
