import Diagnostics
import YAMLSyntax

/// What came of parsing a text in a test.
struct Parsed {
  let tree: YAMLTree?
  let findings: [Diagnostic]

  init(_ bytes: [UInt8], limits: YAMLLimits = .standard) {
    var bag = DiagnosticBag()
    tree = YAMLTree.parse(SourceFile(name: "a.yaml", contents: bytes), limits: limits, into: &bag)
    findings = bag.sorted
  }

  init(_ text: String, limits: YAMLLimits = .standard) {
    self.init(Array(text.utf8), limits: limits)
  }

  var root: YAMLNode? { tree?.root }
}

extension YAMLNode {
  /// The whole node in one line: kinds, texts and structure, nothing of the places.
  var outline: String {
    switch kind {
    case .scalar: YAMLScalar.quoted(text ?? "")
    case .sequence: "[" + elements.map(\.outline).joined(separator: ",") + "]"
    case .mapping: "{" + entries.map { $0.key.outline + ":" + $0.value.outline }.joined(separator: ",") + "}"
    }
  }

  /// The range as `line:column-line:column`.
  var span: String {
    let range = location.range
    return "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
  }
}
