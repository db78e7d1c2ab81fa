internal import CLibXML2
import Diagnostics

/// Gathers what is wrong with schemas, or with a document under them; a class, because C calls back
/// with its address.
final class SchemaFindings {
  private(set) var bag = DiagnosticBag()
  private let id: DiagnosticID
  private let files: [String: SourceFile]
  private let otherwise: SourceFile?

  init(_ id: DiagnosticID, files: [String: SourceFile], otherwise: SourceFile?) {
    (self.id, self.files, self.otherwise) = (id, files, otherwise)
  }

  func add(level: CInt, location: String?, line: Int, message: String) {
    let file = location.flatMap { files[$0] } ?? otherwise
    let isWarning = level == CInt(bitPattern: XML_ERR_WARNING.rawValue)
    bag.add(
      Diagnostic(
        id, message.onOneLine, severity: isWarning ? .warning : .error,
        at: file?.location(ofLine: max(line, 1))))
  }
}

extension SourceFile {
  /// What is written on a line, without the blanks before it.
  func location(ofLine number: Int) -> SourceLocation {
    let text = (line(number) ?? "").unicodeScalars
    let indentation = text.prefix { $0 == " " || $0 == "\t" }.count
    let columns = indentation + 1..<max(indentation, text.count) + 1
    return SourceLocation(file: self, range: SourceRange(line: number, columns: columns))
  }
}
