import Diagnostics
import Requirements

extension ReviewRule {
  static let decisionTechnologiesChanged = ReviewRule(
    "decision/technologies-changed", "Other technologies for the same design", .warning,
    because: "The shape stays, but licences, skills, limits and scaffolding are those of other products.",
    design: { pair in
      guard let change = pair.decisionChange, !change.isFlip, change.changesTechnologies else { return [] }
      let (before, after) = (change.before.technologies, change.after.technologies)
      return [
        Observation(
          subject: "technologies",
          message: "other technologies: \(DecisionText.chain(before)) becomes \(DecisionText.chain(after))",
          before: DecisionText.chain(before), after: DecisionText.chain(after),
          reasons: DecisionText.reasons(change, pair),
          base: DecisionText.place(of: change, in: pair.base, \.base),
          revision: DecisionText.place(of: change, in: pair.revision, \.revision))
      ]
    })
}
