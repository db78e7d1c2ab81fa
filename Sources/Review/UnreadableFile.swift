package import Diagnostics

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
