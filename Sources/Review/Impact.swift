import Diagnostics

/// What a change of the contract does to the other system, as long as that stays as it is.
enum Impact: String, Sendable, Hashable, CaseIterable {
  case breaking, risky, safe

  var severity: Diagnostic.Severity {
    switch self {
    case .breaking: .error
    case .risky: .warning
    case .safe: .note
    }
  }

  /// Where nobody knows the way, the worse counts.
  static func worse(_ one: Impact, _ other: Impact) -> Impact {
    one.severity >= other.severity ? one : other
  }
}
