import CatalogModel
import DecisionEngine
package import DesignModel

/// Everything that a review looks at.
package struct ReviewInput: Sendable {
  package let base: ReviewSide
  package let revision: ReviewSide
  /// By path.
  package let folders: [ReviewedFolder]
  /// The paths of manifests that are gone, though their designs are not; sorted.
  package let removedManifests: [String]
  /// How many designs are on both sides and equal.
  package let unchanged: Int
  /// Why the base seems to be newer than the revision; `nil` where nothing says so.
  package let reversal: String?
  package let today: Day

  package init(
    base: ReviewSide, revision: ReviewSide, folders: [ReviewedFolder],
    removedManifests: [String] = [], unchanged: Int, reversal: String? = nil, today: Day
  ) {
    self.removedManifests = removedManifests.sorted()
    self.base = base
    self.revision = revision
    self.folders = folders.sorted { $0.path < $1.path }
    self.unchanged = unchanged
    self.reversal = reversal
    self.today = today
  }

  /// The paths of the workspace files of both sides, the outer ones first.
  var workspaces: [String] {
    Set(base.workspaces.map(\.path)).union(revision.workspaces.map(\.path)).sorted {
      ($0.utf8.count, $0) < ($1.utf8.count, $1)
    }
  }
}
