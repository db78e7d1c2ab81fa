/// Gathers diagnostics while something is read; passed `inout`, so that one run reports everything.
package struct DiagnosticBag: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package var isEmpty: Bool { diagnostics.isEmpty }
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether an error stands in the file that ends with this path.
  package func hasError(inFile path: String) -> Bool {
    diagnostics.contains { diagnostic in
      guard diagnostic.severity == .error, let file = diagnostic.primary?.location.file else { return false }
      return file.name == path || file.name.hasSuffix("/" + path)
    }
  }

  package mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  package mutating func add(contentsOf other: DiagnosticBag) {
    diagnostics += other.diagnostics
  }

  /// The diagnostics by file, place, id and message, each once.
  package var sorted: [Diagnostic] {
    guard diagnostics.count > 1 else { return diagnostics }
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.sorted(by: Self.precedes)
  }

  private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    let (leftKey, rightKey) = (sortKey(left), sortKey(right))
    if leftKey != rightKey { return leftKey < rightKey }
    return (left.id.description, left.message) < (right.id.description, right.message)
  }

  private static func sortKey(_ diagnostic: Diagnostic) -> (String, Int, Int) {
    guard let location = diagnostic.primary?.location else { return ("", 0, 0) }
    return (location.file.name, location.range.start.line, location.range.start.column)
  }
}
