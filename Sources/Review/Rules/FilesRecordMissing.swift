import Diagnostics

extension ReviewRule {
  static let filesRecordMissing = ReviewRule(
    "files/record-missing", "A new decision without a record", .warning,
    because:
      "Reviewers of the next change find neither the decision nor its reasons; generate the record, or write one.",
    design: { pair in
      guard let change = pair.decisionChange, change.isFlip, let folder = pair.folder,
        !folder.files.contains(where: { $0.owner == .record && $0.revision != nil })
      else { return [] }
      return [
        pair.observation(
          subject: "record",
          message: "the decision flipped, and '\(folder.path)' holds no record of a decision")
      ]
    })
}
