import DesignModel
import Diagnostics

extension ReviewRule {
  static let reviewAcceptanceExpired = ReviewRule(
    "review/acceptance-expired", "An acceptance has expired", .warning,
    because: "The finding counts again; mend it, or accept it anew with a reason.",
    whole: { input in
      input.revision.workspaces.flatMap { workspace in
        workspace.policy.accepted.filter { $0.until < input.today }.map { acceptance in
          Observation(
            subject: workspace.folder + acceptance.words,
            message: "the acceptance of '\(acceptance.words)' ended on \(acceptance.until)",
            reasons: [acceptance.because], revision: acceptance.location)
        }
      }
    })
}
