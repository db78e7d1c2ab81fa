import Diagnostics
import Requirements

extension ReviewRule {
  static let orgLimitEased = ReviewRule(
    "org/limit-eased", "More is left of a limit of the org", .note,
    because: "What was tight or beyond the allowance fits again.",
    design: { pair in
      CapacityChange.changes(of: pair, isEased: true).map { change in
        Observation(
          subject: "limits/\(change.limit)/\(change.technology)", message: change.message,
          before: change.before,
          after: change.after, reasons: change.answers.map(DecisionText.line),
          base: change.base ?? pair.base?.profile.idPlace,
          revision: change.revision ?? pair.revision?.profile.idPlace)
      }
    })
}
