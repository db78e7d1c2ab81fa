import CatalogModel
import DecisionEngine
import Diagnostics

extension ReviewRule {
  static let decisionCatalogChanged = ReviewRule(
    "decision/catalog-changed", "Another catalog decides", .note,
    because: "Every design was decided again; those that are not listed come out as before.",
    whole: { input in
      guard !input.hasSameCatalog else { return [] }
      let (old, new) = (input.base.table.catalog, input.revision.table.catalog)
      return [
        Observation(
          subject: "catalog",
          message: CatalogText.message(from: old, to: new),
          before: "\(old.id) \(old.version)", after: "\(new.id) \(new.version)",
          reasons: CatalogText.changes(from: old, to: new))
      ]
    })
}
