import Diagnostics

extension ReviewRule {
  static let reviewPolicyChanged = ReviewRule(
    "review/policy-changed", "The change judges itself by another policy", .warning,
    because:
      "Severities and acceptances that a change brings with it hold for that change: look at them before you look at its findings.",
    whole: { input in
      PolicyText.observations(input)
    })
}
