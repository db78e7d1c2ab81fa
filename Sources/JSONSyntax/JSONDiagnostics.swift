package import Diagnostics

extension DiagnosticID {
  /// The text is no JSON.
  package static let jsonSyntax: DiagnosticID = "json/syntax"
  /// The text is not UTF-8.
  package static let jsonEncoding: DiagnosticID = "json/encoding"
  /// An object names a member twice.
  package static let jsonDuplicateKey: DiagnosticID = "json/duplicate-key"
  /// More members are named twice than are shown.
  package static let jsonMore: DiagnosticID = "json/more"
  /// Arrays and objects lie too deep in one another.
  package static let jsonNesting: DiagnosticID = "json/nesting"
}
