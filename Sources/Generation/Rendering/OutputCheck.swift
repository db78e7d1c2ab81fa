import Diagnostics
import JSONSyntax
import Templating
import XMLSyntax
import YAMLSyntax

/// Parses what was rendered in its own language, before it may be written.
struct OutputCheck {
  let path: RelativePath
  let language: TargetLanguage
  let template: Template

  /// Whether the contents are sound; otherwise the template is at fault, and the bag says why.
  func accepts(_ contents: [UInt8], into bag: inout DiagnosticBag) -> Bool {
    let file = SourceFile(name: path.description, contents: contents)
    var findings = DiagnosticBag()
    checkText(file, into: &findings)
    if !findings.hasErrors { parse(file, into: &findings) }
    guard let first = findings.sorted.first(where: { $0.severity == .error }) else { return true }
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

  private func parse(_ file: SourceFile, into bag: inout DiagnosticBag) {
    switch language {
    case .xml: _ = XMLDocument.parse(file, into: &bag)
    case .yaml: _ = YAMLTree.parse(file, limits: Self.limits, into: &bag)
    case .json: _ = JSONValue.parse(file, into: &bag)
    case .apex: checkApex(file, into: &bag)
    case .csv, .dataweave, .html, .javascript, .markdown, .mermaid, .properties, .shell, .text: break
    }
  }

  private func checkApex(_ file: SourceFile, into bag: inout DiagnosticBag) {
    guard let fault = ApexStructure.fault(in: file.contents) else { return }
    bag.add(
      Diagnostic(.generationUnparseableOutput, fault.message, at: file.location(ofBytes: fault.bytes)))
  }

  private static let limits = YAMLLimits(bytes: 8_000_000)

  /// A text file has no control characters, and ends with a line break.
  private func checkText(_ file: SourceFile, into bag: inout DiagnosticBag) {
    let bytes = file.contents
    let control = bytes.firstIndex { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D || $0 == 0x7F }
    if let control {
      bag.add(
        Diagnostic(
          .generationUnparseableOutput, "it holds a control character",
          at: file.location(ofBytes: control..<control + 1)))
    }
    if bytes.last != UInt8(ascii: "\n") {
      bag.add(
        Diagnostic(
          .generationUnparseableOutput, "it does not end with a line break",
          at: file.location(ofBytes: bytes.count..<bytes.count)))
    }
  }
}
