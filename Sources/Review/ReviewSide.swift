package import DecisionEngine
package import DesignModel
package import Diagnostics

/// One side of a review: what is known there, and the designs that differ from the other side's.
package struct ReviewSide: Sendable {
  /// As it is shown, such as `main` or `the work tree`.
  package let name: String
  package let table: DecisionTable
  /// By id.
  package let designs: [ReviewedDesign]
  /// Files that are no longer, or not yet, what they should be; by path.
  package let unreadable: [UnreadableFile]
  /// The path of the outermost workspace file; `nil` where there is none.
  package let workspace: String?
  /// What that file says about reviews.
  package let policy: ReviewPolicy

  package init(
    name: String, table: DecisionTable, designs: [ReviewedDesign], unreadable: [UnreadableFile] = [],
    workspace: String? = nil, policy: ReviewPolicy = ReviewPolicy()
  ) {
    self.policy = policy
    self.name = name
    self.table = table
    self.designs = designs.sorted { ($0.id, $0.path) < ($1.id, $1.path) }
    self.unreadable = unreadable.sorted { $0.path < $1.path }
    self.workspace = workspace
  }
}

/// A file that could not be read as what it is, and why.
package struct UnreadableFile: Sendable, Hashable {
  /// What the file should be.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case profile, manifest, workspace, overlay
  }

  package let path: String
  package let role: Role
  /// The first thing that is wrong.
  package let reason: String
  package let location: SourceLocation?

  package init(path: String, role: Role, reason: String, location: SourceLocation?) {
    self.path = path
    self.role = role
    self.reason = reason
    self.location = location
  }
}
