import CatalogModel
import DecisionEngine
package import DesignModel

/// Everything that a review looks at.
package struct ReviewInput: Sendable {
  package let base: ReviewSide
  package let revision: ReviewSide
  /// By path.
  package let folders: [ReviewedFolder]
  /// How many designs are on both sides and equal.
  package let unchanged: Int
  /// Whether the base descends from the revision.
  package let isReversed: Bool
  package let today: Day

  package init(
    base: ReviewSide, revision: ReviewSide, folders: [ReviewedFolder], unchanged: Int,
    isReversed: Bool = false, today: Day
  ) {
    self.base = base
    self.revision = revision
    self.folders = folders.sorted { $0.path < $1.path }
    self.unchanged = unchanged
    self.isReversed = isReversed
    self.today = today
  }

  /// Whether both sides decide by the same catalog.
  var hasSameCatalog: Bool { base.table.catalog.digest == revision.table.catalog.digest }
}
