import CatalogModel
import Diagnostics

/// Something that is worth mending in a sound catalog.
struct LintFinding {
  let message: String
  /// `nil` where the place is not known.
  let origin: Origin?
  let help: String
  /// The other entry of a pair, and what it is there.
  let other: (origin: Origin, label: String)?

  init(_ message: String, at origin: Origin?, help: String, other: (Origin, label: String)? = nil) {
    self.message = message
    self.origin = origin
    self.help = help
    self.other = other
  }

  /// The finding as a warning, with the places that the texts of the catalog hold.
  func diagnostic(_ id: DiagnosticID, _ texts: [SourceFile]) -> Diagnostic {
    let places = [origin, other?.origin].compactMap { $0 }.filter { Self.place(of: $0, texts) == nil }
    let second = other.flatMap { other in
      Self.place(of: other.origin, texts).map { Diagnostic.Label($0, other.label) }
    }
    return Diagnostic(
      id, message, severity: .warning, at: origin.flatMap { Self.place(of: $0, texts) },
      secondary: [second].compactMap { $0 }, notes: places.map { "\($0.file):\($0.line)" },
      fixes: [.init(help)])
  }

  /// The first line of an entry; `nil` where its text is not at hand.
  private static func place(of origin: Origin, _ texts: [SourceFile]) -> SourceLocation? {
    let file = texts.first { $0.name == origin.file || $0.name.hasSuffix("/" + origin.file) }
    guard let file, let line = file.line(origin.line), !line.isEmpty else { return nil }
    let columns = 1..<line.unicodeScalars.count + 1
    return SourceLocation(file: file, range: SourceRange(line: origin.line, columns: columns))
  }
}
