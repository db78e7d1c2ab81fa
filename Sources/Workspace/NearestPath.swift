import Diagnostics
import Glibc

/// Looks for what a path was meant to be that leads nowhere.
package enum NearestPath {
  /// The path with each name that is not there replaced by the most similar one beside it; `nil` where there is no
  /// such path.
  package static func to(_ path: String) -> String? {
    var nearest = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      guard let next = step(to: String(name), from: nearest) else { return nil }
      nearest = next
    }
    return nearest == path || nearest.isEmpty ? nil : nearest
  }

  private static func step(to name: String, from folder: String) -> String? {
    let path = FolderPath.join(folder, name)
    if (try? FileStatus(following: path)) != nil { return path }
    let flags = O_RDONLY | O_DIRECTORY
    guard let beside = try? Descriptor(following: folder.isEmpty ? "." : folder, flags: flags),
      let near = nearest(to: name, in: beside)
    else { return nil }
    return FolderPath.join(folder, near)
  }

  private static func nearest(to name: String, in folder: borrowing Descriptor) -> String? {
    (try? entryNames(in: folder.number)).flatMap { nearestSpelling(to: name, among: $0) }
  }
}
