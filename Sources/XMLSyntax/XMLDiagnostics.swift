package import Diagnostics

/// What can be wrong with a text that should be XML.
extension DiagnosticID {
  package static let xmlSyntax: DiagnosticID = "xml/syntax"
  package static let xmlEncoding: DiagnosticID = "xml/encoding"
  package static let xmlDoctype: DiagnosticID = "xml/doctype"
  package static let xmlSize: DiagnosticID = "xml/size"
}
