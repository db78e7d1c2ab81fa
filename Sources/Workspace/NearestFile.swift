import Glibc

/// Looks for a file of a known name in a folder and those above it.
package enum NearestFile {
  /// The nearest file of that name, up to the root of the repository that the folder lies in (the folder
  /// that holds `.git`), or up to the root of the file system where it lies in none.
  ///
  /// It looks at names alone: one look for each folder, and one for `.git`.
  package static func named(_ name: String, near folder: String) -> String? {
    for folder in FolderPath.ancestors(of: folder) {
      let path = FolderPath.join(folder, name)
      switch kind(of: path) {
      case .file, .symbolicLink: return path
      case .folder, .special, nil: break
      }
      if kind(of: FolderPath.join(folder, ".git")) != nil { return nil }
    }
    return nil
  }

  private static func kind(of path: String) -> FileStatus.Kind? {
    guard let status = try? FileStatus(of: path, in: AT_FDCWD) else { return nil }
    return status.kind
  }
}
