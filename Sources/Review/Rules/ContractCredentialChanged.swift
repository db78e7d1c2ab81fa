extension ReviewRule {
  static let contractCredentialChanged = ReviewRule(
    .credentialChanged, "Another Named Credential is used", outgoing: .risky, incoming: .risky,
    because:
      "The credential has to exist in every org, with its principal and its permission, before the change is deployed."
  )
}
