package import Diagnostics
package import YAMLSyntax

extension Shape {
  /// Checks a node against the shape and gathers everything that is wrong, in the order of the document.
  ///
  /// There is no error exactly where the JSON Schema accepts the node as read by the core schema of
  /// YAML 1.2; spellings that YAML readers understand differently are warnings besides.
  package func check(_ node: YAMLNode, into bag: inout DiagnosticBag) {
    guard !ShapeMatcher.matches(node, self) else { return }
    var checker = ShapeChecker()
    checker.check(node, against: self, as: .document)
    for finding in checker.findings { bag.add(finding) }
    if checker.isIncomplete {
      bag.add(
        Diagnostic(
          .shapeMore, "There are more findings in \(node.location.file.name) than are shown",
          severity: .note, at: checker.findings.last?.primary?.location))
    }
  }
}
