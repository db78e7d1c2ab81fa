import Hashing

extension DesignPair {
  /// The files in the folder of the design that are not what would be generated now, with what is wrong.
  ///
  /// What was edited by hand, or is the team's, is judged elsewhere.
  var staleFiles: [String] {
    guard let folder, let artifacts = revision?.artifacts else { return [] }
    let wanted = Dictionary(artifacts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(folder.files.map(\.path))
    let missing = artifacts.filter { !known.contains($0.path) }.map { "+ \($0.path) is missing" }
    let wrong = folder.files.compactMap { file -> String? in
      switch file.owner {
      case .team, .record: return nil
      case .generator, .shared: break
      }
      guard let artifact = wanted[file.path] else { return "− \(file.path) is no longer generated" }
      let isCurrent = file.written == Digest(of: artifact.contents)
      return isCurrent || file.wasEdited || file.revision == nil ? nil : "~ \(file.path) is out of date"
    }
    return (missing + wrong).sorted { $0.dropFirst(2) < $1.dropFirst(2) }
  }
}

extension ReviewedFolder.File {
  /// Whether somebody wrote into it since it was generated, and the generator would stop at that or merge.
  var wasEdited: Bool {
    switch owner {
    case .team, .record: false
    case .generator, .shared: revision.map { $0 != written } ?? false
    }
  }
}

extension ReviewedFolder.File {
  /// Whether the change takes it away, though the manifest still lists it.
  var wasRemoved: Bool { base != nil && revision == nil && owner != .team }
}
