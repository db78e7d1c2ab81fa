package import Hashing

/// A folder of a repository that designs were generated into.
package struct ReviewedFolder: Sendable, Hashable {
  /// From the root of the repository; empty for the root itself.
  package let path: String
  /// The id of the profile whose design it holds; `nil` where its manifest does not say.
  package let profile: String?
  /// By path.
  package let files: [File]

  package init(path: String, profile: String? = nil, files: [File]) {
    self.path = path
    self.profile = profile
    self.files = files
  }

  /// A file that was generated once, as the manifest of the revision lists it.
  package struct File: Sendable, Hashable {
    /// From the folder.
    package let path: String
    package let kind: String
    package let owner: Owner
    /// What was written.
    package let written: Digest
    /// What lies there on each side; `nil` where nothing does.
    package let base: Digest?
    package let revision: Digest?

    package init(
      path: String, kind: String, owner: Owner, written: Digest, base: Digest?, revision: Digest?
    ) {
      self.path = path
      self.kind = kind
      self.owner = owner
      self.written = written
      self.base = base
      self.revision = revision
    }
  }

  /// Whose a generated file is.
  package enum Owner: String, Sendable, Hashable, CaseIterable {
    /// The generator's: an edit by hand is in its way.
    case generator
    /// Of both.
    case shared
    case team
    /// A record of a decision, which is not written again.
    case record
  }

  /// The path of a file from the root.
  package func path(of file: File) -> String { path.isEmpty ? file.path : path + "/" + file.path }
}
