package import Diagnostics

/// What can be wrong with the text of a template.
extension DiagnosticID {
  package static let templateEncoding: DiagnosticID = "template/encoding"
  package static let templateUnclosedTag: DiagnosticID = "template/unclosed-tag"
  package static let templateBadName: DiagnosticID = "template/bad-name"
  package static let templateUnsupportedTag: DiagnosticID = "template/unsupported-tag"
  package static let templateBadDelimiters: DiagnosticID = "template/bad-delimiters"
  package static let templateUnclosedSection: DiagnosticID = "template/unclosed-section"
  package static let templateWrongClose: DiagnosticID = "template/wrong-close"
  package static let templateReservedName: DiagnosticID = "template/reserved-name"
  package static let templateUnknownEscaping: DiagnosticID = "template/unknown-escaping"
  package static let templateNestedTooDeep: DiagnosticID = "template/nested-too-deep"
}

/// What can be wrong between a template, its partials and its context.
extension DiagnosticID {
  package static let templateMissingName: DiagnosticID = "template/missing-name"
  package static let templateNullValue: DiagnosticID = "template/null-value"
  package static let templateNotText: DiagnosticID = "template/not-text"
  package static let templateMissingPartial: DiagnosticID = "template/missing-partial"
  package static let templateEndlessPartials: DiagnosticID = "template/endless-partials"
}
