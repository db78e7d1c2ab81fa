import Glibc

/// Looks for links on the way from a folder to something below it.
package enum LinkSearch {
  /// The first part of a path below a folder that is a link; `nil` where none is.
  package static func firstLink(in folder: String, on path: String) -> String? {
    var reached = folder
    for part in path.split(separator: "/") where part != "." {
      reached = FolderPath.join(reached, String(part))
      guard let status = try? FileStatus(of: reached, in: AT_FDCWD) else { return nil }
      if case .symbolicLink = status.kind { return reached }
    }
    return nil
  }
}
