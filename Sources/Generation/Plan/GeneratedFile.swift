package import Hashing

/// A file as it was rendered, before anything is decided about the disk.
package struct GeneratedFile: Sendable, Hashable {
  /// Where it goes, from the target folder.
  package let path: RelativePath
  /// Its bytes.
  package let contents: [UInt8]
  /// The id of its artefact kind.
  package let kind: String
  /// The digest of the template that it was rendered from.
  package let template: Digest
  /// Whose it is once it is written.
  package let ownership: Ownership
  /// Whether it is a script that can be run.
  package let isExecutable: Bool

  package init(
    path: RelativePath, contents: [UInt8], kind: String, template: Digest, ownership: Ownership,
    isExecutable: Bool = false
  ) {
    self.path = path
    self.contents = contents
    self.kind = kind
    self.template = template
    self.ownership = ownership
    self.isExecutable = isExecutable
  }

  func with(isExecutable: Bool) -> GeneratedFile {
    GeneratedFile(
      path: path, contents: contents, kind: kind, template: template, ownership: ownership,
      isExecutable: isExecutable)
  }
}
