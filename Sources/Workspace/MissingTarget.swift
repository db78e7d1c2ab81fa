import Glibc

/// The place of a target that does not exist yet.
struct MissingTarget {
  /// The descriptor of the nearest folder that exists.
  let parent: Int32
  /// The folders to be made in it, one inside the other; at least one.
  let names: [String]

  /// The first of the folders to be made, which appears at one stroke with everything in it.
  var outermost: String { names.first ?? "" }

  /// The lock of the target, beside it.
  var lockName: String { ".\(outermost).bascule-lock" }

  /// The folder in which the target is built, beside it.
  var stageName: String { ".\(outermost).bascule-stage" }

  /// Finds the longest beginning of the path that is a folder; the descriptor is the caller's to close.
  static func find(_ path: String) throws(TargetFailure) -> MissingTarget {
    let components = path.split(separator: "/").map(String.init).filter { $0 != "." }
    for count in (0..<components.count).reversed() {
      // Joining a slice as it is takes much longer, because the library looks for what a slice is.
      let beginning = (path.hasPrefix("/") ? "/" : "./") + Array(components[..<count]).joined(separator: "/")
      guard let parent = try TargetFolder.openRoot(beginning) else { continue }
      let names = Array(components[count...])
      // Below a folder that does not exist there is nothing to climb back to.
      guard !names.contains("..") else { break }
      return MissingTarget(parent: parent.release(), names: names)
    }
    throw .refused(path: path, SystemError(ENOENT))
  }
}
