import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics

extension ReviewRule {
  static let decisionPracticesChanged = ReviewRule(
    "decision/practices-changed", "Other practices are obliged", .note,
    because: "What the design has to do besides has changed; look whether what is built does it.",
    design: { pair in
      guard let base = pair.base, let revision = pair.revision else { return [] }
      let old = base.design.practices.map(\.practice.id)
      let new = revision.design.practices.map(\.practice.id)
      let added = new.filter { !old.contains($0) }
      let removed = old.filter { !new.contains($0) }
      guard !added.isEmpty || !removed.isEmpty else { return [] }
      return [
        pair.observation(
          subject: "practices", message: "other practices are obliged",
          reasons: added.map { "+ \($0)" } + removed.map { "− \($0)" })
      ]
    })
}
