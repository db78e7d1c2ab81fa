import Glibc

/// Reads files of snapshots: blobs through one `git cat-file --batch`, files without following a link.
package struct SnapshotReader: ~Copyable {
  private let root: String?
  /// Started when the first blob is asked for.
  private var blobs: BlobReader?

  /// The most that one call reads.
  private static let largestRead = 1 << 30

  package init(repository: GitRepository?) { root = repository?.root }

  /// What the entries hold, in their order; a file larger than the limit is not held.
  package mutating func read(
    _ entries: [Snapshot.Entry], limit: Int
  ) throws(GitFailure) -> [SnapshotContents] {
    let fromBlobs = try read(blobs: entries, limit: limit)
    let files = Dictionary(grouping: entries.indices) { index in
      if case .file(let root) = entries[index].place { root } else { "" }
    }
    var contents = entries.map { entry -> SnapshotContents in
      if case .blob(let id) = entry.place { fromBlobs[id] ?? .missing } else { .missing }
    }
    for (root, indices) in files where !root.isEmpty {
      Self.read(indices.map { ($0, entries[$0].path) }, below: root, limit: limit) { contents[$0] = $1 }
    }
    let total = contents.reduce(0) { $0 + ($1.bytes?.count ?? 0) }
    guard total <= Self.largestRead else {
      throw .tooMuch(what: "the files to read", limit: Self.largestRead)
    }
    return contents
  }

  private mutating func read(
    blobs entries: [Snapshot.Entry], limit: Int
  ) throws(GitFailure) -> [BlobID: SnapshotContents] {
    var seen: Set<BlobID> = []
    let ids = entries.compactMap { entry -> BlobID? in
      if case .blob(let id) = entry.place, seen.insert(id).inserted { id } else { nil }
    }
    guard !ids.isEmpty, let root else { return [:] }
    if blobs == nil { blobs = try BlobReader.start(in: root) }
    let contents = try blobs?.read(ids, limit: limit) ?? []
    return Dictionary(uniqueKeysWithValues: zip(ids, contents))
  }

  /// Each file is opened name by name from the root, so that no link leads out of it.
  private static func read(
    _ files: [(index: Int, path: String)], below root: String, limit: Int,
    _ take: (Int, SnapshotContents) -> Void
  ) {
    guard let folder = try? Descriptor(following: root, flags: O_RDONLY | O_DIRECTORY) else { return }
    var walker = FolderWalker(root: folder.number, calls: SystemCalls())
    for (index, path) in files {
      // Any name that the disk has may be read, also one that other systems refuse.
      let names = path.split(separator: "/").map(String.init)
      guard !names.contains("..") else { continue }
      take(index, (try? contents(of: names, &walker, limit)) ?? .missing)
    }
    withExtendedLifetime(folder.number) {}
  }

  private static func contents(
    of names: [String], _ walker: inout FolderWalker, _ limit: Int
  ) throws(SystemError) -> SnapshotContents {
    guard let name = names.last else { return .missing }
    let folder = try walker.open(Array(names.dropLast()))
    guard try FileStatus(of: name, in: folder)?.kind == .file else { return .missing }
    let file = try Descriptor(name, in: folder, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
    return try file.contents(limit: limit).map(SnapshotContents.bytes) ?? .tooLarge(limit: limit)
  }
}
