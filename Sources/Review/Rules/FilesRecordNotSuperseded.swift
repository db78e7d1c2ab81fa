import Diagnostics

extension ReviewRule {
  static let filesRecordNotSuperseded = ReviewRule(
    "files/record-not-superseded", "The record tells of the old decision", .warning,
    because: "An accepted record is not rewritten: a new one supersedes it, and the old one says so.",
    design: { pair in
      guard let change = pair.decisionChange, change.isFlip, let folder = pair.folder else { return [] }
      let records = folder.files.filter { $0.owner == .record && $0.revision != nil }
      guard !records.isEmpty, records.allSatisfy({ $0.base == $0.revision }) else { return [] }
      return records.map { record in
        Observation(
          subject: folder.path(of: record),
          message: "the decision flipped, and '\(folder.path(of: record))' tells of the old one",
          base: FilePlace.start(of: folder.path(of: record)),
          revision: FilePlace.start(of: folder.path(of: record)))
      }
    })
}
