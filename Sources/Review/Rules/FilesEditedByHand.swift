import Diagnostics

extension ReviewRule {
  static let filesEditedByHand = ReviewRule(
    "files/edited-by-hand", "A generated file was edited by hand", .warning,
    because:
      "The next run of generate stops at it; take the edit to the place that the file is generated from, or adopt it.",
    whole: { input in
      input.folders.flatMap { folder in
        folder.files.filter { $0.wasEdited || $0.wasRemoved && $0.owner != .record }.map { file in
          let path = folder.path(of: file)
          return Observation(
            subject: path,
            message: "the generated file '\(path)' was \(file.wasRemoved ? "removed" : "edited") by hand",
            base: FilePlace.start(of: path), revision: file.wasRemoved ? nil : FilePlace.start(of: path),
            severity: file.owner == .shared && !file.wasRemoved ? .note : nil)
        }
      }
    })
}
