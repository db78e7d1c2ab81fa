import CatalogModel
import DecisionEngine
import Diagnostics
import Requirements

extension ReviewRule {
  static let decisionMarginThin = ReviewRule(
    "decision/margin-thin", "The recommendation is a close one now", .warning,
    because:
      "A small change of one answer, or of one weight in the catalog, flips it; decide it on purpose and write down why.",
    design: { pair in
      guard let base = pair.base, let revision = pair.revision, pair.decisionChange?.isFlip == false,
        let margin = revision.decision.recommendation.margin, margin <= DecisionText.thinMargin,
        base.decision.recommendation.margin ?? .max > DecisionText.thinMargin
      else { return [] }
      let rival = revision.decision.recommendation.runnerUp?.candidate.id ?? "the next"
      let was = base.decision.recommendation.margin.map { "\($0)" } ?? "unrivalled"
      return [
        Observation(
          subject: "margin", message: "the pattern is only \(margin) points ahead of \(rival)", before: was,
          after: "\(margin)", reasons: pair.decisionChange.map { $0.answers.map(DecisionText.line) } ?? [],
          base: pair.decisionChange?.answers.first?.base ?? base.profile.idPlace,
          revision: pair.decisionChange?.answers.first?.revision ?? revision.profile.idPlace)
      ]
    })
}
