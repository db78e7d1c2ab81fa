package import CatalogModel
package import DesignModel

/// A workspace on one side of a review.
package struct ReviewedWorkspace: Sendable {
  /// The path of its file.
  package let path: String
  /// What its profiles are decided with.
  package let catalog: Catalog
  /// What it says about reviews.
  package let policy: ReviewPolicy

  package init(path: String, catalog: Catalog, policy: ReviewPolicy) {
    self.path = path
    self.catalog = catalog
    self.policy = policy
  }

  /// The folder of the file, with `/` behind it; empty for the root.
  var folder: String { FilePlace.folder(of: path) }

  /// Whether a path lies in its folder.
  func holds(_ path: String) -> Bool { path.hasPrefix(folder) }
}
