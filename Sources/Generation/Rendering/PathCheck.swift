import Diagnostics

/// Finds files that would be one on some system.
enum PathCheck {
  /// Reports files with the same path, or paths that differ only in case; they come sorted by path.
  static func check(_ artifacts: [Artifact], into bag: inout DiagnosticBag) {
    var first: [String: Artifact] = [:]
    for artifact in artifacts {
      let key = artifact.file.path.collisionKey
      if let other = first[key] {
        bag.add(clash(artifact, other))
      } else {
        first[key] = artifact
      }
    }
  }

  private static func clash(_ artifact: Artifact, _ other: Artifact) -> Diagnostic {
    let (path, otherPath) = (artifact.file.path, other.file.path)
    let message =
      path == otherPath
      ? "two files have the path '\(path)'" : "the paths '\(otherPath)' and '\(path)' differ only in case"
    let kinds = Set([artifact.file.kind, other.file.kind]).sorted().map { "'\($0)'" }
    return Diagnostic(
      .generationSamePath, message, at: artifact.pathLocation,
      secondary: artifact.pathLocation == other.pathLocation ? [] : [.init(other.pathLocation, "also here")],
      notes: ["they are made by \(kinds.joined(separator: " and "))"])
  }
}
