import CatalogModel
import DecisionEngine
import Diagnostics
import Requirements

extension ReviewRule {
  static let decisionContradiction = ReviewRule(
    "decision/contradiction", "Answers that cannot all be true", .warning,
    because: "Whatever is decided on them is decided on sand.",
    design: { pair in
      guard let revision = pair.revision else { return [] }
      let known = Set(pair.base?.decision.violatedConstraints.map(\.id) ?? [])
      return revision.decision.violatedConstraints.filter { !known.contains($0.id) }.map { constraint in
        Observation(
          subject: "constraints/\(constraint.id)",
          message: "the answers contradict each other (\(constraint.id))",
          reasons: [constraint.because], base: pair.base?.profile.idPlace,
          revision: constraint.never.tests.lazy.compactMap { revision.profile.places[$0.requirement] }.first
            ?? revision.profile.idPlace)
      }
    })
}
