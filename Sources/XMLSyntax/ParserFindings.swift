internal import CLibXML2
import Diagnostics

/// Gathers what one run of the parser reports; a class, because C calls back with its address.
final class ParserFindings {
  private(set) var bag = DiagnosticBag()
  private let file: SourceFile

  init(file: SourceFile) {
    self.file = file
  }

  /// Adds a finding; without a message it is about a document type declaration.
  func add(level: CInt, offset: Int, message: String?) {
    guard let message else {
      addDoctype(before: offset)
      return
    }
    let isWarning = level == CInt(bitPattern: XML_ERR_WARNING.rawValue)
    bag.add(
      Diagnostic(
        .xmlSyntax, (isWarning ? "Doubtful XML: " : "Not well-formed XML: ") + message.onOneLine,
        severity: isWarning ? .warning : .error, at: location(ofByte: offset)))
  }

  private func addDoctype(before offset: Int) {
    let start = file.contents.lastStart(of: "<!DOCTYPE", before: offset) ?? offset
    bag.add(
      Diagnostic(
        .xmlDoctype, "Document type declarations are refused", at: file.location(ofBytes: start..<offset),
        notes: ["They could name other files or grow without bound"]))
  }

  /// The character that the parser stopped at, or the end of the text.
  private func location(ofByte offset: Int) -> SourceLocation {
    let start = min(max(offset, 0), file.contents.count)
    return file.location(ofBytes: start..<min(start + 1, file.contents.count))
  }
}

extension [UInt8] {
  fileprivate func lastStart(of word: String, before end: Int) -> Int? {
    let word = Array(word.utf8)
    guard end >= word.count, end <= count else { return nil }
    return (0...end - word.count).last { self[$0..<$0 + word.count].elementsEqual(word) }
  }
}
