import Diagnostics

extension ReviewRule {
  static let orgDataRemoved = ReviewRule(
    "org/data-removed", "A field or an object is no longer part of the design", .error,
    because:
      "Taking it out of an org deletes the data in it; move the data first, then deploy the destructive change on purpose.",
    design: { pair in
      pair.removedData.map { removed in
        pair.observation(
          subject: removed.artifact.path,
          message: "\(removed.metadata.words) is no longer part of the design",
          before: removed.metadata.words)
      }
    })
}
