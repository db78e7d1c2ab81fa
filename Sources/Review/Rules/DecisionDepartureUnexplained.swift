import DesignModel
import Diagnostics
import Requirements

extension ReviewRule {
  static let decisionDepartureUnexplained = ReviewRule(
    "decision/departure-unexplained", "A departure without a reason", .error,
    because:
      "Nobody can judge, or take back, a decision whose reason was not written down; add 'because' to it.",
    design: { pair in
      guard let revision = pair.revision, !revision.design.departures.isEmpty,
        revision.design.decisionBecause == nil
      else { return [] }
      let wasSo = pair.base.map { !$0.design.departures.isEmpty && $0.design.decisionBecause == nil } ?? false
      guard !wasSo else { return [] }
      return [
        Observation(
          subject: "decision/because",
          message: "the decision departs from the recommendation and does not say why",
          base: pair.base?.profile.idPlace,
          revision: DepartureText.place(revision.design.departures[0], revision.profile))
      ]
    })
}
