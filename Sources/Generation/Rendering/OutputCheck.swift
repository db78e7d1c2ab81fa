import Diagnostics
import Hashing
import Templating

/// Parses what was rendered in its own language, before it may be written.
struct OutputCheck {
  let path: RelativePath
  let format: FileFormat
  let template: Template

  private var language: TargetLanguage { format.language }

  /// Whether the contents are sound; otherwise the template is at fault, and the bag says why.
  func accepts(_ contents: [UInt8], into bag: inout DiagnosticBag) -> Bool {
    let file = SourceFile(name: path.description, contents: contents)
    let fault = textFault(in: file) ?? LanguageCheck(language: language).fault(in: file)
    return accepts(file, fault, into: &bag)
  }

  /// The same, and what the contents say without their layout, where a parser of ours knows that.
  func form(of contents: [UInt8], into bag: inout DiagnosticBag) -> (isSound: Bool, form: Digest?) {
    guard language.hasStructure else { return (accepts(contents, into: &bag), nil) }
    guard LineEndings.trimmed(contents) == contents else {
      return (accepts(contents, into: &bag), FileForm(contents, format)?.digest)
    }
    let file = SourceFile(name: path.description, contents: contents)
    let (form, fault) = LanguageCheck(language: language).form(of: file, format.lists)
    return (accepts(file, textFault(in: file) ?? fault, into: &bag), form?.digest)
  }

  private func accepts(_ file: SourceFile, _ fault: Diagnostic?, into bag: inout DiagnosticBag) -> Bool {
    guard let first = fault else { return true }
    bag.add(
      Diagnostic(
        .generationUnparseableOutput,
        "the template gives \(language.rawValue) that cannot be read: \(first.message)",
        at: template.file.location(ofBytes: 0..<0), notes: notes(about: first, in: file)))
    return false
  }

  private func notes(about finding: Diagnostic, in file: SourceFile) -> [String] {
    let fault = "this is a fault of the template, not of the profile; nothing is written"
    guard let start = finding.primary?.location.range.start, let line = file.line(start.line) else {
      return ["in '\(path)'", fault]
    }
    return ["in '\(path)', line \(start.line), column \(start.column): \(quoted(line))", fault]
  }

  /// A text file has no control characters, and ends with a line break.
  private func textFault(in file: SourceFile) -> Diagnostic? {
    let bytes = file.contents
    if let control = bytes.withUnsafeBufferPointer(Self.firstControlCharacter) {
      return Diagnostic(
        .generationUnparseableOutput, "it holds a control character",
        at: file.location(ofBytes: control..<control + 1))
    }
    guard bytes.last != UInt8(ascii: "\n") else { return nil }
    return Diagnostic(
      .generationUnparseableOutput, "it does not end with a line break",
      at: file.location(ofBytes: bytes.count..<bytes.count))
  }

  private static func firstControlCharacter(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while true {
      index = PlainText.skipPrintable(from: index, in: bytes)
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: return index
      default: index += 1
      }
    }
  }
}
