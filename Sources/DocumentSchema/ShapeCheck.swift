package import Diagnostics
package import YAMLSyntax

/// A check of many documents against one shape, which it prepares once.
package struct ShapeCheck: Sendable {
  private let shape: Shape
  private var matcher: ShapeMatcher

  package init(_ shape: Shape) {
    self.shape = shape
    matcher = ShapeMatcher(shape)
  }

  /// Checks a node against the shape and gathers everything that is wrong, in the order of the document.
  ///
  /// There is no error exactly where the JSON Schema accepts the node as read by the core schema of
  /// YAML 1.2; spellings that YAML readers understand differently are warnings besides.
  package mutating func run(_ node: YAMLNode, into bag: inout DiagnosticBag) {
    guard !matcher.matches(node) else { return }
    var checker = ShapeChecker()
    checker.check(node, against: shape, as: .document)
    for finding in checker.findings { bag.add(finding) }
    if checker.isIncomplete {
      bag.add(
        Diagnostic(
          .shapeMore, "There are more findings in \(node.location.file.name) than are shown",
          severity: .note, at: checker.findings.last?.primary?.location))
    }
  }
}

extension Shape {
  /// Checks one node against the shape.
  package func check(_ node: YAMLNode, into bag: inout DiagnosticBag) {
    var check = ShapeCheck(self)
    check.run(node, into: &bag)
  }
}
