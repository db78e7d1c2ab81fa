/// The files of one side of a comparison, listed and not yet read.
package struct Snapshot: Sendable, Hashable {
  /// One file.
  package struct Entry: Sendable, Hashable {
    /// From the root of the repository or the folder, with `/` between the names.
    package let path: String
    package let place: Place

    package init(path: String, place: Place) {
      self.path = path
      self.place = place
    }
  }

  /// Where a file is read from.
  package enum Place: Sendable, Hashable {
    /// The id of a blob of the repository.
    case blob(String)
    /// A file below a folder of the disk.
    case file(root: String)
    /// The index holds several versions of it, since a merge was not finished.
    case conflicted
  }

  /// In the order of the bytes of the paths, each path once.
  package let entries: [Entry]
  /// The commit that it is, where it is one.
  package let commit: String?

  init(entries: [Entry], commit: String? = nil) {
    var seen: Set<String> = []
    self.entries = entries.filter { seen.insert($0.path).inserted }.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    self.commit = commit
  }
}

extension Snapshot {
  private static let hiddenFolders: Set = [".bascule"]

  /// The files of a folder of the disk and of the folders below it.
  ///
  /// Hidden entries are passed over, except what Bascule keeps about a folder; links are not followed.
  package static func folder(_ path: String) throws(LoadFailure) -> Snapshot {
    let listing = try FolderListing.list(path, endings: [""], entering: hiddenFolders)
    let count = path.hasSuffix("/") ? path.utf8.count : path.utf8.count + 1
    let entries = listing.files.map { file in
      Entry(path: String(decoding: file.utf8.dropFirst(count), as: UTF8.self), place: .file(root: path))
    }
    return Snapshot(entries: entries)
  }
}
