import Diagnostics

extension ReviewRule {
  static let filesOutOfDate = ReviewRule(
    "files/out-of-date", "Generated files are out of date", .warning,
    because:
      "What is committed was generated from another profile, catalog or template; run generate and commit what it writes.",
    design: { pair in
      let stale = pair.staleFiles
      guard let folder = pair.folder, !stale.isEmpty else { return [] }
      return [
        pair.observation(
          subject: "files",
          message: "\(stale.count) files in '\(folder.path)' are not what would be generated now",
          reasons: stale)
      ]
    })
}
