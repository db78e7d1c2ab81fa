package import Diagnostics

extension Finding {
  /// Whether it counts: a note or more that nobody accepted.
  package var isOpen: Bool { acceptance == nil }

  /// Whether it is about a design, of which there may be others of the same id.
  func isAbout(_ pair: DesignPair) -> Bool { design == pair.id && home == pair.path }

  /// What was and what is, such as `date → string`; `nil` where the reasons say it.
  var values: String? {
    guard reasons.isEmpty || rule.topic == .contract else { return nil }
    switch (before, after) {
    case (let before?, let after?): return "\(before) → \(after)"
    case (let before?, nil): return "was \(before)"
    case (nil, let after?): return "now \(after)"
    case (nil, nil): return nil
    }
  }

  /// Values and reasons, a line for each.
  var details: [String] { [values].compactMap { $0 } + reasons }

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
