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
    /// The digest of what they say without their layout, where the file is Bascule's and has a layout.
    package let form: Digest?
    /// What a sealed record records.
    package let seal: Digest?

    package init(
      path: RelativePath, kind: String, ownership: Ownership, isExecutable: Bool = false, contents: Digest,
      template: Digest, form: Digest? = nil, seal: Digest? = nil
    ) {
      self.path = path
      self.kind = kind
      self.ownership = ownership
      self.isExecutable = isExecutable
      self.contents = contents
      self.template = template
      self.form = form
      self.seal = seal
    }

    /// The entry of a file that is about to be written.
    package init(of file: GeneratedFile) {
      self.init(of: file, as: file.ownership, after: nil)
    }

    /// The entry of a file that is written or is as it would be written, after the one that it had.
    init(of file: GeneratedFile, as ownership: Ownership, after previous: Entry?) {
      let isSame = previous?.contents == file.digest
      self.init(
        path: file.path, kind: file.kind, ownership: ownership, isExecutable: file.isExecutable,
        contents: file.digest, template: file.template,
        form: ownership != .managed ? nil : isSame ? previous?.form : file.foundForm, seal: file.seal)
    }

    /// The same entry for another path, or in other hands.
    func with(path: RelativePath? = nil, ownership: Ownership? = nil, seal: Digest? = nil) -> Entry {
      Entry(
        path: path ?? self.path, kind: kind, ownership: ownership ?? self.ownership,
        isExecutable: isExecutable, contents: contents, template: template,
        form: (ownership ?? self.ownership) == .managed ? form : nil, seal: seal ?? self.seal)
    }
  }

  /// By path, each path once.
  package let entries: [Entry]
  /// The id of the profile whose design they are; `nil` where nothing was written, or by a program that did not
  /// say.
  package let profile: String?

  /// A manifest of the given entries; of two with the same path the first is taken.
  package init(_ entries: some Sequence<Entry> = [], of profile: String? = nil) {
    self.profile = profile
    let entries = Array(entries)
    if entries.map(\.path).isAscending {
      self.entries = entries
      return
    }
    var paths: Set<RelativePath> = []
    self.entries = entries.filter { paths.insert($0.path).inserted }.sorted { $0.path < $1.path }
  }
}

extension Manifest {
  /// What was written last at each path.
  package var digests: [RelativePath: Digest] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0.path, $0.contents) })
  }

  /// What has to be kept for later merges: what was written last of every file that is shared.
  package var bases: Set<Digest> { Set(entries.filter { $0.ownership == .merged }.map(\.contents)) }
}

extension GeneratedFile {
  /// The digest of what the file says without its layout; `nil` where no parser of ours knows that.
  fileprivate var foundForm: Digest? {
    language.hasStructure ? form ?? FileForm(contents, format)?.digest : nil
  }
}
