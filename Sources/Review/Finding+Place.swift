package import Diagnostics

extension Finding {
  /// Whether it counts: a note or more that nobody accepted.
  package var isOpen: Bool { acceptance == nil }

  /// `file:line` where a reader looks first.
  var placeText: String? {
    place.map { "\($0.file.name):\($0.range.start.line)" }
  }
}

extension Diagnostic.Severity {
  /// The severity as a word.
  package var word: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }
}
