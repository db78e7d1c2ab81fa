import Generation
import Workspace

/// What the records of decisions say about which side came first: records are added, and never taken out.
struct RecordHistory {
  let base: SideFiles
  let revision: SideFiles

  /// Why the base seems to be newer: it has records that the revision lacks, and lacks none.
  ///
  /// Only designs that both sides generated are asked.
  func reversal(_ reader: inout SnapshotReader) throws(GitFailure) -> String? {
    let manifests = base.manifests.filter { path in
      base.snapshot.place(of: path)?.isSame(as: revision.snapshot.place(of: path)) == false
        && revision.snapshot.place(of: path) != nil
    }
    guard !manifests.isEmpty else { return nil }
    let (old, new) = (
      try records(manifests, of: base, &reader), try records(manifests, of: revision, &reader)
    )
    guard let record = old.subtracting(new).min(), new.subtracting(old).isEmpty else { return nil }
    return "the base holds the record '\(record)', which the revision does not have yet"
  }

  private func records(
    _ manifests: [String], of files: SideFiles, _ reader: inout SnapshotReader
  ) throws(GitFailure) -> Set<String> {
    var records: Set<String> = []
    for file in try ManifestFile.read(manifests, of: files, &reader) {
      guard case .success(let manifest) = file.contents else { continue }
      for entry in manifest.entries where entry.ownership == .sealed {
        records.insert(FolderPath.join(file.folder, entry.path.description))
      }
    }
    return records
  }
}
