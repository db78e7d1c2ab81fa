package import Hashing

/// The files that Bascule wrote into a target folder, as they were when it wrote them.
///
/// It holds no dates, no places outside the target and no names of people, so that two runs give the
/// same bytes; each file has a line of its own, so that git merges it well.
package struct Manifest: Sendable, Hashable {
  /// One file that was written.
  package struct Entry: Sendable, Hashable {
    /// Where it lies, from the target folder.
    package let path: RelativePath
    /// The id of its artefact kind.
    package let kind: String
    /// Whose it is.
    package let ownership: Ownership
    /// Whether it was made executable.
    package let isExecutable: Bool
    /// The digest of the bytes that were written.
    package let contents: Digest
    /// The digest of the template that they were rendered from.
    package let template: Digest

    package init(
      path: RelativePath, kind: String, ownership: Ownership, isExecutable: Bool = false, contents: Digest,
      template: Digest
    ) {
      self.path = path
      self.kind = kind
      self.ownership = ownership
      self.isExecutable = isExecutable
      self.contents = contents
      self.template = template
    }

    /// The entry of a file that is about to be written.
    package init(of file: GeneratedFile) {
      self.init(
        path: file.path, kind: file.kind, ownership: file.ownership, isExecutable: file.isExecutable,
        contents: Digest(of: file.contents), template: file.template)
    }
  }

  /// By path, each path once.
  package let entries: [Entry]

  /// A manifest of the given entries; of two with the same path the first is taken.
  package init(_ entries: some Sequence<Entry> = []) {
    var paths: Set<RelativePath> = []
    self.entries = entries.filter { paths.insert($0.path).inserted }.sorted { $0.path < $1.path }
  }
}
