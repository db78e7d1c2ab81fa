import Diagnostics

/// Puts what could not be read into words.
enum UnreadableText {
  static func observations(_ input: ReviewInput) -> [Observation] {
    let after = input.revision.unreadable.map { file in
      observation(file, side: input.revision.name, severity: .error, base: nil, revision: file.location)
    }
    let paths = Set(input.revision.unreadable.map(\.path))
    // What was broken before and is mended now deserves a word, not an error.
    let before = input.base.unreadable.filter { !paths.contains($0.path) }.map { file in
      observation(file, side: input.base.name, severity: .note, base: file.location, revision: nil)
    }
    return after + before
  }

  private static func observation(
    _ file: UnreadableFile, side: String, severity: Diagnostic.Severity, base: SourceLocation?,
    revision: SourceLocation?
  ) -> Observation {
    Observation(
      subject: "\(file.role.rawValue)/\(file.path)",
      message: "the \(file.role.rawValue) '\(file.path)' cannot be read on the side of \(side)",
      reasons: [file.reason], base: base ?? (severity == .note ? FilePlace.start(of: file.path) : nil),
      revision: revision ?? (severity == .error ? FilePlace.start(of: file.path) : nil), severity: severity)
  }
}
