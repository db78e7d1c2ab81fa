import Diagnostics

extension ReviewRule {
  static let decisionDesignRemoved = ReviewRule(
    "decision/design-removed", "A design was removed", .warning,
    because:
      "Removing the profile takes nothing out of the orgs and the runtimes: what was deployed has to be taken down there.",
    design: { pair in
      guard let base = pair.base, pair.revision == nil else { return [] }
      let outcome = DesignOutcome(base.design)
      return [
        pair.observation(
          subject: "design", message: "the design was removed: \(DecisionText.chain(outcome.ids))",
          before: DecisionText.chain(outcome.ids))
      ]
    })
}
