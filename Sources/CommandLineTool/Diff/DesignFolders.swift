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

  /// The folders, and the manifests that cannot be read.
  func load(
    _ reader: inout SnapshotReader
  ) throws(GitFailure) -> (folders: [ReviewedFolder], unreadable: [UnreadableFile]) {
    var unreadable: [UnreadableFile] = []
    var manifests: [(folder: String, manifest: Manifest)] = []
    for path in touchedManifests {
      guard let file = revision.files.documents[path] else { continue }
      var bag = DiagnosticBag()
      if let manifest = Manifest.read(file, into: &bag) {
        manifests.append((Self.folder(ofManifest: path), manifest))
      } else {
        unreadable.append(UnreadableFile(file, .manifest, bag))
      }
    }
    return (try read(manifests, &reader), unreadable)
  }

  /// Those near a change, and those named by a design that changed.
  private var touchedManifests: [String] {
    let manifests = revision.files.manifests
    guard manifests.count > Self.few else { return manifests }
    let ids = base.ids.union(revision.ids)
    let changed = Set(revision.files.places.keys).union(base.files.places.keys).filter {
      base.files.places[$0] != revision.files.places[$0]
    }
    var folders: Set<String> = []
    for path in changed {
      var folder = FolderPath.folder(of: path)
      while folders.insert(folder).inserted, !folder.isEmpty { folder = FolderPath.folder(of: folder) }
    }
    return manifests.filter { path in
      let folder = Self.folder(ofManifest: path)
      let name = folder.split(separator: "/").last.map(String.init) ?? ""
      return folders.contains(folder) || ids.contains(name)
    }
  }

  private static func folder(ofManifest path: String) -> String {
    FolderPath.folder(of: FolderPath.folder(of: path))
  }

  /// Reads the files that are not known to be the same on both sides; the others are taken to be as written.
  private func read(
    _ manifests: [(folder: String, manifest: Manifest)], _ reader: inout SnapshotReader
  ) throws(GitFailure) -> [ReviewedFolder] {
    var wanted: [Snapshot.Entry] = []
    for (folder, manifest) in manifests {
      for entry in manifest.entries {
        let path = FolderPath.join(folder, entry.path.description)
        let places = [base.files.places[path], revision.files.places[path]]
        guard !Self.isSame(places[0], places[1]) else { continue }
        wanted += places.compactMap { $0 }.map { Snapshot.Entry(path: path, place: $0) }
      }
    }
    let contents = try reader.read(wanted, limit: TargetFolder.largestFile)
    let digests = Dictionary(
      zip(wanted, contents).compactMap { entry, contents in contents.bytes.map { (entry, Digest(of: $0)) } },
      uniquingKeysWith: { first, _ in first })
    return manifests.map { folder, manifest in
      ReviewedFolder(path: folder, files: manifest.entries.map { file($0, in: folder, digests) })
    }
  }

  private func file(
    _ entry: Manifest.Entry, in folder: String, _ digests: [Snapshot.Entry: Digest]
  ) -> ReviewedFolder.File {
    let path = FolderPath.join(folder, entry.path.description)
    let (old, new) = (base.files.places[path], revision.files.places[path])
    func digest(_ place: Snapshot.Place?) -> Digest? {
      guard let place else { return nil }
      return Self.isSame(old, new) ? entry.contents : digests[Snapshot.Entry(path: path, place: place)]
    }
    return ReviewedFolder.File(
      path: entry.path.description, kind: entry.kind, owner: Self.owner(entry.ownership),
      written: entry.contents, base: digest(old), revision: digest(new))
  }

  /// Only a blob is known by its place to be the same.
  private static func isSame(_ one: Snapshot.Place?, _ other: Snapshot.Place?) -> Bool {
    if case .blob = one { one == other } else { false }
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
