/// One thing that is wrong, or worth knowing, about something that a user wrote.
package struct Diagnostic: Sendable, Hashable {
  /// How much a diagnostic matters; an error stops what was asked for.
  package enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
    case note, warning, error

    package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

    package var word: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// A place, and what is to be said about it there.
  package struct Label: Sendable, Hashable {
    package let location: SourceLocation
    /// Shown beside the caret; may be empty.
    package let text: String

    package init(_ location: SourceLocation, _ text: String = "") {
      self.location = location
      self.text = text
    }
  }

  /// A change of the text that would cure the diagnostic.
  package struct Fix: Sendable, Hashable {
    package let summary: String
    package let edits: [Edit]

    package init(_ summary: String, edits: [Edit] = []) {
      self.summary = summary
      self.edits = edits
    }
  }

  /// A replacement of one stretch of text.
  package struct Edit: Sendable, Hashable {
    package let location: SourceLocation
    package let replacement: String

    package init(_ location: SourceLocation, replacement: String) {
      self.location = location
      self.replacement = replacement
    }
  }

  package let id: DiagnosticID
  package let severity: Severity
  /// One line that stands alone, without a final full stop.
  package let message: String
  package let primary: Label?
  package let secondary: [Label]
  package let notes: [String]
  package let fixes: [Fix]

  package init(
    _ id: DiagnosticID, _ message: String, severity: Severity = .error, at location: SourceLocation? = nil,
    label: String = "", secondary: [Label] = [], notes: [String] = [], fixes: [Fix] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.primary = location.map { Label($0, label) }
    self.secondary = secondary
    self.notes = notes
    self.fixes = fixes
  }
}
