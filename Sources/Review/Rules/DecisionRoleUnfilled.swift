import DecisionEngine
import Diagnostics

extension ReviewRule {
  static let decisionRoleUnfilled = ReviewRule(
    "decision/role-unfilled", "Nothing eligible for a part of the design", .warning,
    because:
      "The design has a gap that somebody has to fill: no technology that the catalog knows is permitted there.",
    design: { pair in
      guard let revision = pair.revision else { return [] }
      let known = Set(pair.base?.decision.recommendation.gaps ?? [])
      return revision.decision.recommendation.gaps.filter { !known.contains($0) }.map { role in
        pair.observation(
          subject: "roles/\(role)", message: "no eligible technology fills the role '\(role)'")
      }
    })
}
