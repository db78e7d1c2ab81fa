import CatalogModel
package import DecisionEngine
import DesignModel

/// One side of a review: what is known there, and the designs that differ from the other side's.
package struct ReviewSide: Sendable {
  /// As it is shown, such as `main` or `the work tree`.
  package let name: String
  /// What profiles of no workspace are decided with.
  package let table: DecisionTable
  /// By id.
  package let designs: [ReviewedDesign]
  /// Files that are no longer, or not yet, what they should be; by path.
  package let unreadable: [UnreadableFile]
  /// The outer ones first.
  package let workspaces: [ReviewedWorkspace]

  package init(
    name: String, table: DecisionTable, designs: [ReviewedDesign], unreadable: [UnreadableFile] = [],
    workspaces: [ReviewedWorkspace] = []
  ) {
    self.name = name
    self.table = table
    self.designs = designs.sorted { ($0.id, $0.path) < ($1.id, $1.path) }
    self.unreadable = unreadable.sorted { $0.path < $1.path }
    self.workspaces = workspaces.sorted {
      ($0.path.utf8.count, $0.path) < ($1.path.utf8.count, $1.path)
    }
  }

  /// The nearest workspace of a path; without a path the one that holds all others, if one does.
  func workspace(of path: String?) -> ReviewedWorkspace? {
    guard let path else {
      return workspaces.first.flatMap { first in workspaces.allSatisfy { first.holds($0.path) } ? first : nil
      }
    }
    return workspaces.last { $0.holds(path) }
  }

  /// The paths of profiles that could not be read.
  var unreadableProfiles: Set<String> { Set(unreadable.filter { $0.role == .profile }.map(\.path)) }

  /// What the workspace of a path says about reviews.
  func policy(of path: String?) -> ReviewPolicy { workspace(of: path)?.policy ?? ReviewPolicy() }

  /// What the profiles of a workspace are decided with.
  func catalog(of path: String?) -> Catalog { workspace(of: path)?.catalog ?? table.catalog }
}
