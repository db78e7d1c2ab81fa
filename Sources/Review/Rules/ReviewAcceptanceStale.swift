import DesignModel
import Diagnostics

extension ReviewRule {
  static let reviewAcceptanceStale = ReviewRule(
    "review/acceptance-stale", "An acceptance covers nothing", .warning,
    because: "It would hide the next finding of its kind unseen; take it out.",
    check: .findings { input, findings in
      input.revision.workspaces.flatMap { workspace in
        workspace.policy.accepted.compactMap { acceptance in
          PolicyText.staleness(of: acceptance, in: workspace, input, findings).map { reason in
            Observation(
              subject: workspace.folder + acceptance.words,
              message: "the acceptance of '\(acceptance.words)' covers nothing", reasons: [reason],
              revision: acceptance.location)
          }
        }
      }
    })
}
