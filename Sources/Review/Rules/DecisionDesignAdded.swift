import Diagnostics

extension ReviewRule {
  static let decisionDesignAdded = ReviewRule(
    "decision/design-added", "A design is new", .note,
    because: "A profile was added; nothing depends on it yet.",
    design: { pair in
      guard pair.base == nil, let revision = pair.revision else { return [] }
      let outcome = DesignOutcome(revision.design)
      return [
        pair.observation(
          subject: "design", message: "the design is new: \(DecisionText.chain(outcome.ids))",
          after: DecisionText.chain(outcome.ids))
      ]
    })
}
