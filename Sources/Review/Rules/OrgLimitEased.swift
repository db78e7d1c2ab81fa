import Diagnostics

extension ReviewRule {
  static let orgLimitEased = ReviewRule(
    "org/limit-eased", "More is left of a limit of the org", .note,
    because: "What was tight or beyond the allowance fits again.",
    design: { pair in
      CapacityChange.changes(of: pair, isEased: true).map { $0.observation(of: pair) }
    })
}
