import Diagnostics
import JSONSyntax
import XMLSyntax
import YAMLSyntax

/// Parses a text in its language.
struct LanguageCheck {
  let language: TargetLanguage

  static let limits = YAMLLimits(bytes: 8_000_000)

  /// The first thing that is wrong with a text.
  func fault(in file: SourceFile) -> Diagnostic? {
    var bag = DiagnosticBag()
    check(file, into: &bag)
    return bag.firstError
  }

  /// Reads a text once, for its form and for what is wrong with it.
  func form(of file: SourceFile, _ lists: DocumentLists) -> (form: FileForm?, fault: Diagnostic?) {
    var bag = DiagnosticBag()
    let form = FileForm(parsing: file, as: FileFormat(language, lists), into: &bag)
    return (form, bag.firstError)
  }

  private func check(_ file: SourceFile, into bag: inout DiagnosticBag) {
    switch language {
    case .xml: XMLDocument.check(file, into: &bag)
    case .yaml: _ = YAMLTree.parse(file, limits: Self.limits, into: &bag)
    case .json: _ = JSONValue.parse(file, into: &bag)
    case .apex: checkApex(file, into: &bag)
    case .csv, .dataweave, .html, .javascript, .markdown, .mermaid, .properties, .shell, .text: break
    }
  }

  private func checkApex(_ file: SourceFile, into bag: inout DiagnosticBag) {
    guard let fault = ApexStructure.fault(in: file.contents) else { return }
    bag.add(Diagnostic(.generationUnparseableOutput, fault.message, at: file.location(ofBytes: fault.bytes)))
  }
}

extension DiagnosticBag {
  fileprivate var firstError: Diagnostic? {
    hasErrors ? sorted.first { $0.severity == .error } : nil
  }
}
