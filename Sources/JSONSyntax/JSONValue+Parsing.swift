package import Diagnostics

extension JSONValue {
  /// Parses a strict JSON text (RFC 8259); `nil` where it is none, and the bag says why.
  ///
  /// Every duplicate key is reported, and the first fault of the syntax.
  package static func parse(_ file: SourceFile, into bag: inout DiagnosticBag) -> JSONValue? {
    var parser = JSONParser(file: file)
    let value: JSONValue?
    do throws(JSONParser.Fault) {
      value = try parser.document()
    } catch {
      parser.findings.append(error.diagnostic(in: file))
      value = nil
    }
    for finding in parser.findings { bag.add(finding) }
    if parser.isIncomplete {
      bag.add(
        Diagnostic(
          .jsonMore, "There are more findings in \(file.name) than are shown", severity: .note,
          at: parser.findings.last?.primary?.location))
    }
    return parser.findings.isEmpty ? value : nil
  }
}
