import Diagnostics
import Generation
import Glibc

/// Looks for what a path was meant to be that leads nowhere.
package enum NearestPath {
  /// Asks whether the nearest path was meant, as `did you mean 'profiles/orders.yaml'?`; `nil` where none is near, and
  /// of a path that leads somewhere.
  package static func question(about path: String) -> String? {
    guard !isThere(path) else { return nil }
    var nearest = path.hasPrefix("/") ? "/" : ""
    for name in path.split(separator: "/") {
      guard let next = step(to: String(name), from: nearest) else { return nil }
      nearest = next
    }
    return isThere(nearest) ? "did you mean \(quoted(nearest))?" : nil
  }

  /// An entry of a folder, or else the one of the most similar name.
  private static func step(to name: String, from folder: String) -> String? {
    let path = FolderPath.join(folder, name)
    if isThere(path) { return path }
    let flags = O_RDONLY | O_DIRECTORY
    guard let beside = try? Descriptor(following: folder.isEmpty ? "." : folder, flags: flags),
      let near = nearest(to: name, in: beside)
    else { return nil }
    return FolderPath.join(folder, near)
  }

  private static func nearest(to name: String, in folder: borrowing Descriptor) -> String? {
    (try? entryNames(in: folder.number)).flatMap { nearestSpelling(to: name, among: $0) }
  }

  private static func isThere(_ path: String) -> Bool { (try? FileStatus(following: path)) != nil }
}
