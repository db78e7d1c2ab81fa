import Glibc

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
    /// A blob of the repository.
    case blob(BlobID)
    /// A file below a folder of the disk.
    case file(root: String)
    /// The index holds several versions of it, since a merge was not finished.
    case conflicted
  }

  /// In the order of the bytes of the paths, each path once.
  package let entries: [Entry]
  /// The commit that it is, where it is one.
  package let commit: String?
  /// The paths of files whose names are not UTF-8, which cannot be read, as a shell would have them; a folder has `/`
  /// behind it.
  package let otherNames: [String]

  init(entries: [Entry], otherNames: [String] = [], commit: String? = nil) {
    self.otherNames = otherNames
    // Git lists in this order.
    let isSorted = zip(entries, entries.dropFirst()).allSatisfy { Self.precedes($0.path, $1.path) }
    self.entries = isSorted ? entries : Self.sorted(entries)
    self.commit = commit
  }

  private static func sorted(_ entries: [Entry]) -> [Entry] {
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.path).inserted }.sorted { precedes($0.path, $1.path) }
  }

  /// Whether the bytes of one path come before those of another.
  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.withContiguousStorageIfAvailable { one in
      other.utf8.withContiguousStorageIfAvailable { other in
        guard let start = one.baseAddress, let otherStart = other.baseAddress else {
          return one.count < other.count
        }
        let order = memcmp(start, otherStart, min(one.count, other.count))
        return order == 0 ? one.count < other.count : order < 0
      }
    }.flatMap { $0 } ?? one.utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension Snapshot {
  /// Without any file: what was before the first commit.
  package static let empty = Snapshot(entries: [])

  /// Where a file lies; `nil` where there is none of this path.
  package func place(of path: String) -> Place? {
    var (start, end) = (0, entries.count)
    while start < end {
      let middle = (start + end) / 2
      if Self.precedes(entries[middle].path, path) { start = middle + 1 } else { end = middle }
    }
    return start < entries.count && entries[start].path == path ? entries[start].place : nil
  }

  /// The paths of all files but those that are known to be the same here and there, in order.
  package func differences(from other: Snapshot) -> [String] {
    var paths: [String] = []
    var (own, foreign) = (entries[...], other.entries[...])
    while let one = own.first, let two = foreign.first {
      if one.path == two.path {
        if !one.place.isSame(as: two.place) { paths.append(one.path) }
        own.removeFirst()
        foreign.removeFirst()
      } else if Self.precedes(one.path, two.path) {
        paths.append(one.path)
        own.removeFirst()
      } else {
        paths.append(two.path)
        foreign.removeFirst()
      }
    }
    return paths + own.map(\.path) + foreign.map(\.path)
  }
}

extension Snapshot.Place {
  /// Whether the same is known to lie there and elsewhere; what lies on the disk is not known.
  package func isSame(as other: Snapshot.Place?) -> Bool {
    if case .blob = self { self == other } else { false }
  }
}

extension Snapshot {
  private static let hiddenFolders: Set = [".bascule"]

  /// The files of a folder of the disk and of the folders below it.
  ///
  /// Hidden entries are passed over, except what Bascule keeps about a folder; links are not followed.
  package static func folder(_ path: String) throws(LoadFailure) -> Snapshot {
    let listing = try FolderListing.list(path, endings: [""], entering: hiddenFolders)
    let start = path.hasSuffix("/") ? path : path + "/"
    func below(_ file: String) -> String {
      String(decoding: file.utf8.dropFirst(start.utf8.count), as: UTF8.self)
    }
    return Snapshot(
      entries: listing.files.map { Entry(path: below($0), place: .file(root: path)) },
      otherNames: listing.otherNames.map(below))
  }
}
