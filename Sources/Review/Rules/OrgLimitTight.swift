import DecisionEngine
import Diagnostics

extension ReviewRule {
  static let orgLimitTight = ReviewRule(
    "org/limit-tight", "Little is left of a limit of the org", .warning,
    because: "Growth, retries and other integrations draw on the same allowance.",
    design: { pair in
      CapacityChange.changes(of: pair).filter { $0.verdict == .tight }.map { $0.observation(of: pair) }
    })
}
