import DecisionEngine
import Diagnostics
import Requirements

extension ReviewRule {
  static let orgLimitTight = ReviewRule(
    "org/limit-tight", "Little is left of a limit of the org", .warning,
    because: "Growth, retries and other integrations draw on the same allowance.",
    design: { pair in
      CapacityChange.changes(of: pair).filter { $0.verdict == .tight }.map { change in
        Observation(
          subject: "limits/\(change.limit)/\(change.technology)", message: change.message,
          before: change.before,
          after: change.after, reasons: change.answers.map(DecisionText.line),
          base: change.base ?? pair.base?.profile.idPlace,
          revision: change.revision ?? pair.revision?.profile.idPlace)
      }
    })
}
