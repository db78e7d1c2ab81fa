package import Diagnostics
package import YAMLSyntax

extension QuantityExpression {
  /// The expression that a scalar holds; `nil` where it holds none, and the bag says why and where.
  package static func read(
    _ node: YAMLNode, vocabulary: Vocabulary, into bag: inout DiagnosticBag
  ) -> QuantityExpression? {
    guard let text = node.text else {
      bag.add(
        Diagnostic(.malformedExpression, "expected an expression, not a collection", at: node.location))
      return nil
    }
    do throws(QuantityExpressionFault) {
      return try parse(text, vocabulary: vocabulary)
    } catch {
      let place = node.location(ofText: error.range)
      bag.add(
        Diagnostic(
          error.id, error.message, at: place,
          fixes: error.replacement.map {
            [Diagnostic.Fix("did you mean '\($0)'?", edits: [.init(place, replacement: $0)])]
          } ?? []))
      return nil
    }
  }
}
