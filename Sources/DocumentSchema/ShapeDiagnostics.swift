package import Diagnostics

extension DiagnosticID {
  /// A key that a mapping does not have.
  package static let shapeUnknownKey: DiagnosticID = "shape/unknown-key"
  /// A key that a mapping must have is not there.
  package static let shapeMissingKey: DiagnosticID = "shape/missing-key"
  /// A key that is not spelt as the keys of its mapping are.
  package static let shapeKeySpelling: DiagnosticID = "shape/key-spelling"
  /// A text that is none of those that are known.
  package static let shapeUnknownValue: DiagnosticID = "shape/unknown-value"
  /// A list where a text belongs, and the like.
  package static let shapeKind: DiagnosticID = "shape/kind"
  /// A text that is too long, too short, or not spelt as it must be.
  package static let shapeText: DiagnosticID = "shape/text"
  /// A number that is too large or too small.
  package static let shapeRange: DiagnosticID = "shape/range"
  /// A list or a mapping that has too few items.
  package static let shapeCount: DiagnosticID = "shape/count"
  /// A list that has an item twice.
  package static let shapeDuplicateItem: DiagnosticID = "shape/duplicate-item"
  /// A spelling that YAML readers understand in different ways.
  package static let shapeAmbiguous: DiagnosticID = "shape/ambiguous"
  /// There are more findings than are worth showing.
  package static let shapeMore: DiagnosticID = "shape/more"
}
