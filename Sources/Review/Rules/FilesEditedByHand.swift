import Diagnostics

extension ReviewRule {
  static let filesEditedByHand = ReviewRule(
    "files/edited-by-hand", "A generated file was edited by hand", .warning,
    because:
      "The next run of generate stops at it; take the edit to the place that the file is generated from, or adopt it.",
    whole: { input in
      input.folders.flatMap { folder in
        folder.files.filter(\.wasEdited).map { file in
          Observation(
            subject: folder.path(of: file),
            message: "the generated file '\(folder.path(of: file))' was edited by hand",
            base: FilePlace.start(of: folder.path(of: file)),
            revision: FilePlace.start(of: folder.path(of: file)),
            severity: file.owner == .shared ? .note : nil)
        }
      }
    })
}
