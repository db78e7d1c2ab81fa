import DecisionEngine
import Diagnostics

extension ReviewRule {
  static let orgLimitExceeded = ReviewRule(
    "org/limit-exceeded", "A limit of the org is exceeded", .error,
    because: "The org refuses what goes beyond; ask for more before this is deployed, or spend less.",
    design: { pair in
      CapacityChange.changes(of: pair).filter { $0.verdict == .exceeded }.map { $0.observation(of: pair) }
    })
}
