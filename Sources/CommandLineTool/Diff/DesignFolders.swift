import Diagnostics
import Generation
import Hashing
import Review
import Workspace

/// Finds the folders that designs were generated into, as far as a change touches them.
struct DesignFolders {
  let base: LoadedSide
  let revision: LoadedSide

  /// Beyond this many a folder is only looked at where its name or a change leads to it.
  private static let few = 20

  /// What was found of them.
  struct Loaded {
    var folders: [ReviewedFolder] = []
    /// The paths of manifests that are gone, though their designs are not.
    var removed: [String] = []
    /// The manifests that cannot be read.
    var unreadable: [UnreadableFile] = []
  }

  func load(_ reader: inout SnapshotReader) throws(GitFailure) -> Loaded {
    var unreadable: [UnreadableFile] = []
    var manifests: [(folder: String, manifest: Manifest)] = []
    for file in try ManifestFile.read(touchedManifests, of: revision.files, &reader) {
      switch file.contents {
      case .success(let manifest): manifests.append((file.folder, manifest))
      case .failure(let failure): unreadable.append(failure.file)
      }
    }
    let removed = try removedManifests(Set(manifests.compactMap(\.manifest.profile)), &reader)
    return Loaded(folders: try read(manifests, &reader), removed: removed, unreadable: unreadable)
  }

  /// Those of the base that the revision lacks, unless the design went with them or was generated elsewhere.
  private func removedManifests(
    _ profiles: Set<String>, _ reader: inout SnapshotReader
  ) throws(GitFailure) -> [String] {
    let left = Set(revision.files.manifests)
    let gone = base.files.manifests.filter { !left.contains($0) }
    let settled = profiles.union(base.ids.subtracting(revision.ids))
    return try ManifestFile.read(gone, of: base.files, &reader).compactMap { file in
      guard case .success(let manifest) = file.contents, let profile = manifest.profile,
        !settled.contains(profile)
      else { return nil }
      return file.path
    }
  }

  /// Those near a change, and those named by a design that changed.
  private var touchedManifests: [String] {
    let manifests = revision.files.manifests
    guard manifests.count > Self.few else { return manifests }
    let ids = base.ids.union(revision.ids)
    var folders: Set<String> = []
    for path in base.files.snapshot.differences(from: revision.files.snapshot) {
      var folder = FolderPath.folder(of: path)
      while folders.insert(folder).inserted, !folder.isEmpty { folder = FolderPath.folder(of: folder) }
    }
    return manifests.filter { path in
      let folder = ManifestFile.folder(of: path)
      let name = folder.split(separator: "/").last.map(String.init) ?? ""
      return folders.contains(folder) || ids.contains(name)
    }
  }

  /// Reads the files that are not known to be the same on both sides; the others are taken to be as written.
  private func read(
    _ manifests: [(folder: String, manifest: Manifest)], _ reader: inout SnapshotReader
  ) throws(GitFailure) -> [ReviewedFolder] {
    var wanted: [Snapshot.Entry] = []
    var records: Set<String> = []
    for (folder, manifest) in manifests {
      for entry in manifest.entries {
        let path = FolderPath.join(folder, entry.path.description)
        let places = [base.files.snapshot.place(of: path), revision.files.snapshot.place(of: path)]
        guard places[0]?.isSame(as: places[1]) != true else { continue }
        if entry.ownership == .sealed { records.insert(path) }
        wanted += places.compactMap { $0 }.map { Snapshot.Entry(path: path, place: $0) }
      }
    }
    let contents = try reader.read(wanted, limit: TargetFolder.largestFile)
    let digests = Dictionary(
      zip(wanted, contents).compactMap { entry, contents in
        contents.bytes.map { bytes in
          // A record that was accepted or superseded meanwhile says what it said.
          (entry, Digest(of: records.contains(entry.path) ? DecisionStatus.removed(from: bytes) : bytes))
        }
      },
      uniquingKeysWith: { first, _ in first })
    return manifests.map { folder, manifest in
      ReviewedFolder(
        path: folder, profile: manifest.profile,
        files: manifest.entries.map { file($0, in: folder, digests) })
    }
  }

  private func file(
    _ entry: Manifest.Entry, in folder: String, _ digests: [Snapshot.Entry: Digest]
  ) -> ReviewedFolder.File {
    let path = FolderPath.join(folder, entry.path.description)
    let (old, new) = (base.files.snapshot.place(of: path), revision.files.snapshot.place(of: path))
    func digest(_ place: Snapshot.Place?) -> Digest? {
      guard let place else { return nil }
      return old?.isSame(as: new) == true ? entry.contents : digests[Snapshot.Entry(path: path, place: place)]
    }
    return ReviewedFolder.File(
      path: entry.path.description, kind: entry.kind, owner: Self.owner(entry.ownership),
      written: entry.contents, base: digest(old), revision: digest(new))
  }

  private static func owner(_ ownership: Ownership) -> ReviewedFolder.Owner {
    switch ownership {
    case .managed: .generator
    case .merged: .shared
    case .seeded, .kept: .team
    case .sealed: .record
    }
  }
}
