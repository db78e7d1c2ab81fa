import Workspace

/// A folder that an option names, as it may be part of what is compared.
struct SideFolder {
  /// Where it may lie, from the root of a side.
  private let paths: [String]

  /// - Parameter root: that of the repository; `nil` where folders are compared.
  init(_ path: String, root: String?) {
    let absolute = FolderPath.absolute(path)
    let inside = root.map(FolderPath.absolute).flatMap { root in
      absolute.hasPrefix(root + "/") ? String(absolute.dropFirst(root.count + 1)) : nil
    }
    let name = path.hasSuffix("/") ? String(path.dropLast()) : path
    paths = [inside, path.hasPrefix("/") ? nil : name].compactMap { $0 }
  }

  /// Its path on a side that has this file in it; `nil` where the side does not hold it.
  func path(with file: String, in files: SideFiles) -> String? {
    paths.first { files.snapshot.place(of: $0 + "/" + file) != nil }
  }
}
