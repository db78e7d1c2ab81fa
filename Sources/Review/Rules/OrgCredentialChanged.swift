import Diagnostics

extension ReviewRule {
  static let orgCredentialChanged = ReviewRule(
    "org/credential-changed", "A credential is defined differently", .warning,
    because:
      "Secrets are not part of metadata: in every org somebody has to enter them, and assign the principal.",
    design: { pair in
      guard pair.base != nil, pair.revision != nil else { return [] }
      return pair.credentialChanges.map { change in
        pair.observation(
          subject: change.path, message: "\(change.metadata.words) \(change.words)")
      }
    })
}
