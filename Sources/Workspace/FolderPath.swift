import Glibc

/// Paths as words, without a look at the disk.
package enum FolderPath {
  /// The folder of a path; empty for the folder that the program runs in.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path below a folder, which may be empty.
  package static func join(_ folder: String, _ path: String) -> String {
    if folder.isEmpty || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// The path from the root of the file system, without `.` and `..`.
  package static func absolute(_ path: String) -> String {
    let start = path.hasPrefix("/") ? "" : currentFolder ?? ""
    var absolute = ""
    for part in (start + "/" + path).split(separator: "/") where part != "." {
      if part == ".." {
        absolute = String(absolute[..<(absolute.lastIndex(of: "/") ?? absolute.startIndex)])
      } else {
        absolute += "/"
        absolute.append(contentsOf: part)
      }
    }
    return absolute.isEmpty ? "/" : absolute
  }

  /// Whether an absolute path lies below an absolute folder, or is that folder.
  package static func isPath(_ path: String, in folder: String) -> Bool {
    path == folder || folder == "/" || path.hasPrefix(folder + "/")
  }

  /// A folder and those above it, each as it is reached from where the program runs.
  static func ancestors(of folder: String) -> [String] {
    let depth = absolute(folder).split(separator: "/").count
    var folders = [folder]
    while folders.count <= depth, let last = folders.last { folders.append(parent(of: last)) }
    return folders
  }

  private static func parent(of folder: String) -> String {
    var trimmed = folder[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") || trimmed.hasSuffix("/.") { trimmed.removeLast() }
    if trimmed.isEmpty || trimmed == "." { return ".." }
    let name = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")).map { trimmed[trimmed.utf8.index(after: $0)...] }
    if (name ?? trimmed) == ".." { return String(trimmed) + "/.." }
    return Self.folder(of: String(trimmed))
  }

  private static var currentFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
