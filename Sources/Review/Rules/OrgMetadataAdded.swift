import Diagnostics

extension ReviewRule {
  static let orgMetadataAdded = ReviewRule(
    "org/metadata-added", "Metadata is added", .note,
    because: "It is deployed with the change.",
    design: { pair in
      let added = pair.addedMetadata
      guard !added.isEmpty else { return [] }
      return [
        pair.observation(
          subject: "metadata", message: "\(ReviewSummary.count(added.count, "component")) to add to the org",
          reasons: added.map { "+ \($0.metadata.words)" }.sorted())
      ]
    })
}
