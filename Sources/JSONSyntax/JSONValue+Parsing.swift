package import Diagnostics

extension JSONValue {
  /// Parses a strict JSON text (RFC 8259); `nil` where it is none, and the bag says why.
  ///
  /// Every duplicate key is reported, and the first fault of the syntax.
  package static func parse(_ file: SourceFile, into bag: inout DiagnosticBag) -> JSONValue? {
    var parser = JSONParser(file: file)
    let value: JSONValue?
    do throws(Diagnostic.Fault) {
      value = try parser.document()
    } catch {
      parser.findings.append(error.diagnostic(in: file))
      value = nil
    }
    for finding in parser.findings { bag.add(finding) }
    return parser.findings.isEmpty ? value : nil
  }
}

extension Diagnostic {
  /// A fault of a text by byte offsets, before its position is computed.
  struct Fault: Error {
    let id: DiagnosticID
    let message: String
    let bytes: Range<Int>
    var notes: [String] = []

    func diagnostic(in file: SourceFile) -> Diagnostic {
      Diagnostic(id, message, at: file.location(ofBytes: bytes), notes: notes)
    }
  }
}
