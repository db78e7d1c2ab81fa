import DecisionEngine
import Diagnostics
import Requirements

extension ReviewRule {
  static let orgLimitExceeded = ReviewRule(
    "org/limit-exceeded", "A limit of the org is exceeded", .error,
    because: "The org refuses what goes beyond; ask for more before this is deployed, or spend less.",
    design: { pair in
      CapacityChange.changes(of: pair).filter { $0.verdict == .exceeded }.map { change in
        Observation(
          subject: "limits/\(change.limit)/\(change.technology)", message: change.message,
          before: change.before,
          after: change.after, reasons: change.answers.map(DecisionText.line),
          base: change.base ?? pair.base?.profile.idPlace,
          revision: change.revision ?? pair.revision?.profile.idPlace)
      }
    })
}
