import CatalogModel
import DecisionEngine
import Diagnostics

extension ReviewRule {
  static let decisionCatalogChanged = ReviewRule(
    "decision/catalog-changed", "Another catalog decides", .note,
    because: "Every design was decided again; those that are not listed come out as before.",
    whole: { input in
      var told: Set<[String]> = []
      return (input.workspaces.isEmpty ? [nil] : input.workspaces.map(Optional.some)).compactMap { path in
        let (old, new) = (input.base.catalog(of: path), input.revision.catalog(of: path))
        guard old.digest != new.digest, told.insert([old.digest, new.digest]).inserted else { return nil }
        return Observation(
          subject: FilePlace.folder(of: path ?? "") + "catalog",
          message: CatalogText.message(from: old, to: new),
          before: "\(old.id) \(old.version)", after: "\(new.id) \(new.version)",
          reasons: CatalogText.changes(from: old, to: new))
      }
    })
}
