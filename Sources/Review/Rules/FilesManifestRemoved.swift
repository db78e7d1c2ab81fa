import Diagnostics

extension ReviewRule {
  static let filesManifestRemoved = ReviewRule(
    "files/manifest-removed", "The manifest of a design was removed", .warning,
    because:
      "Without it nobody can tell what was generated and what was edited since; generate the design again, or remove its profile as well.",
    whole: { input in
      input.removedManifests.map { path in
        Observation(
          subject: path, message: "the manifest '\(path)' was removed, and its design is still there",
          base: FilePlace.start(of: path))
      }
    })
}
