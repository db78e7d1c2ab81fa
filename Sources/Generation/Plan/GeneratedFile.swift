package import Hashing

/// A file as it was rendered, before anything is decided about the disk.
package struct GeneratedFile: Sendable, Hashable {
  /// Where it goes, from the target folder.
  package let path: RelativePath
  /// Its bytes.
  package let contents: [UInt8]
  /// The digest of its bytes.
  package let digest: Digest
  /// The id of its artefact kind.
  package let kind: String
  /// The digest of the template that it was rendered from.
  package let template: Digest
  /// What it is written in.
  package let format: FileFormat
  /// Whose it is once it is written.
  package let ownership: Ownership
  /// Whether it is a script that can be run.
  package let isExecutable: Bool
  /// Where earlier templates put it, the latest first.
  package let formerPaths: [RelativePath]
  /// What a record records: a sealed file with another one is a new record.
  package let seal: Digest?
  /// The digest of what it says without its layout, where that was found when it was parsed.
  let form: Digest?

  package init(
    path: RelativePath, contents: [UInt8], kind: String, template: Digest, ownership: Ownership,
    format: FileFormat = FileFormat(.text), isExecutable: Bool = false, formerPaths: [RelativePath] = [],
    seal: Digest? = nil
  ) {
    self.init(
      path: path, contents: contents, digest: Digest(of: contents), form: nil, kind: kind, template: template,
      ownership: ownership, format: format, isExecutable: isExecutable, formerPaths: formerPaths,
      seal: seal)
  }

  private init(
    path: RelativePath, contents: [UInt8], digest: Digest, form: Digest?, kind: String, template: Digest,
    ownership: Ownership, format: FileFormat, isExecutable: Bool, formerPaths: [RelativePath],
    seal: Digest?
  ) {
    self.path = path
    self.contents = contents
    self.digest = digest
    self.form = form
    self.kind = kind
    self.template = template
    self.ownership = ownership
    self.format = format
    self.isExecutable = isExecutable
    self.formerPaths = formerPaths
    self.seal = seal
  }

  package var language: TargetLanguage { format.language }

  func with(form: Digest?) -> GeneratedFile {
    GeneratedFile(
      path: path, contents: contents, digest: digest, form: form, kind: kind, template: template,
      ownership: ownership, format: format, isExecutable: isExecutable, formerPaths: formerPaths,
      seal: seal)
  }

  func with(isExecutable: Bool) -> GeneratedFile {
    GeneratedFile(
      path: path, contents: contents, digest: digest, form: form, kind: kind, template: template,
      ownership: ownership, format: format, isExecutable: isExecutable, formerPaths: formerPaths,
      seal: seal)
  }

  func with(contents: [UInt8]) -> GeneratedFile {
    GeneratedFile(
      path: path, contents: contents, kind: kind, template: template, ownership: ownership,
      format: format, isExecutable: isExecutable, formerPaths: formerPaths, seal: seal)
  }

  func with(path: RelativePath) -> GeneratedFile {
    GeneratedFile(
      path: path, contents: contents, digest: digest, form: form, kind: kind, template: template,
      ownership: ownership, format: format, isExecutable: isExecutable, formerPaths: formerPaths,
      seal: seal)
  }
}
