package import Diagnostics

extension DiagnosticID {
  package static let malformedExpression: DiagnosticID = "expression/malformed"
  package static let unknownFunction: DiagnosticID = "expression/unknown-function"
  package static let unmeasuredRequirement: DiagnosticID = "expression/unmeasured-requirement"
  package static let kindsDiffer: DiagnosticID = "expression/kinds-differ"
}

/// Why a text is no expression, and where in it.
package struct QuantityExpressionFault: Error, Sendable, Hashable {
  package let id: DiagnosticID
  package let message: String
  /// In bytes of the text's UTF-8.
  package let range: Range<Int>
  /// What could stand in that place instead.
  package let replacement: String?

  init(_ id: DiagnosticID, _ message: String, _ range: Range<Int>, replacement: String? = nil) {
    self.id = id
    self.message = message
    self.range = range
    self.replacement = replacement
  }
}
