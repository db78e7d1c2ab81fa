import Diagnostics

extension ReviewRule {
  static let orgMetadataRemoved = ReviewRule(
    "org/metadata-removed", "Metadata is no longer part of the design", .warning,
    because:
      "Deleting a file does not delete it from an org: deploy manifest/destructive, where generate lists it.",
    design: { pair in
      let removed = pair.removedMetadata.filter { !$0.metadata.holdsData }
      guard !removed.isEmpty else { return [] }
      return [
        pair.observation(
          subject: "metadata",
          message: "\(ReviewSummary.count(removed.count, "component")) to delete from the org",
          reasons: removed.map { "− \($0.metadata.words)" }.sorted())
      ]
    })
}
