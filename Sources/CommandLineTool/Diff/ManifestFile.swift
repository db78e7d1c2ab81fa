import Diagnostics
import Generation
import Review
import Workspace

/// A manifest as it lies on one side of a comparison.
struct ManifestFile {
  let path: String
  /// The folder whose files it lists, from the root.
  let folder: String
  let contents: Result<Manifest, Failure>

  /// Why it cannot be read.
  struct Failure: Error {
    let file: UnreadableFile
  }

  /// Reads manifests; one that is not there is left out.
  static func read(
    _ paths: [String], of files: SideFiles, _ reader: inout SnapshotReader
  ) throws(GitFailure) -> [ManifestFile] {
    let entries = paths.compactMap { path in
      files.snapshot.place(of: path).map { Snapshot.Entry(path: path, place: $0) }
    }
    let contents = try reader.read(entries, limit: TargetFolder.largestFile)
    return zip(entries, contents).compactMap { entry, contents in
      manifest(entry.path, contents).map {
        ManifestFile(path: entry.path, folder: folder(of: entry.path), contents: $0)
      }
    }
  }

  /// The folder of a design by the path of its manifest.
  static func folder(of path: String) -> String { FolderPath.folder(of: FolderPath.folder(of: path)) }

  private static func manifest(_ path: String, _ contents: SnapshotContents) -> Result<Manifest, Failure>? {
    switch contents {
    case .missing: return nil
    case .tooLarge(let limit):
      return .failure(Failure(file: UnreadableFile(path: path, role: .manifest, limit: limit)))
    case .bytes(let bytes):
      var bag = DiagnosticBag()
      let file = SourceFile(name: path, contents: bytes)
      guard let manifest = Manifest.read(file, into: &bag) else {
        return .failure(Failure(file: UnreadableFile(file, .manifest, bag)))
      }
      return .success(manifest)
    }
  }
}
