import Diagnostics

extension ReviewRule {
  static let filesRecordEdited = ReviewRule(
    "files/record-edited", "An accepted record was edited", .warning,
    because: "A record tells what was known when it was decided; a change of mind is a new record.",
    whole: { input in
      input.folders.flatMap { folder in
        folder.files.filter { $0.owner == .record && $0.base != nil && $0.base != $0.revision }.map { file in
          let path = folder.path(of: file)
          return Observation(
            subject: path, message: "the record '\(path)' was \(file.wasRemoved ? "removed" : "changed")",
            base: FilePlace.start(of: path), revision: file.wasRemoved ? nil : FilePlace.start(of: path))
        }
      }
    })
}
