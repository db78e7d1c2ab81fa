import Diagnostics
import DocumentSchema
import Hashing
import JSONSyntax
import XMLSyntax
import YAMLSyntax

/// What a file says whatever the way in which it is laid out: equal for two files of which nobody would
/// call one an edit of the other.
struct FileForm {
  private let contents: [UInt8]

  /// `nil` where the contents are not in their language.
  init?(_ contents: [UInt8], _ format: FileFormat) {
    var bag = DiagnosticBag()
    self.init(
      parsing: SourceFile(name: "", contents: LineEndings.trimmed(contents)), as: format, into: &bag)
  }

  /// Reads a file without space at the ends of its lines; `nil`, with the reasons in `bag`, where it is not in its
  /// language.
  init?(parsing file: SourceFile, as format: FileFormat, into bag: inout DiagnosticBag) {
    switch format.language {
    case .json:
      guard let value = JSONValue.parse(file, into: &bag) else { return nil }
      self.contents = Array(value.orderFree.rendered(indent: nil).utf8)
    case .yaml:
      guard let tree = YAMLTree.parse(file, limits: LanguageCheck.limits, into: &bag), !bag.hasErrors else {
        return nil
      }
      let value = tree.root.jsonValue.orderFree.rendered(indent: nil)
      self.contents = Array(value.utf8) + Self.yamlComments(file.contents).flatMap { [0x0A] + $0 }
    case .xml:
      guard let document = XMLDocument.parse(file, into: &bag), !bag.hasErrors else { return nil }
      let text = XMLForm.text(of: document.root, format.lists)
      self.contents = Array(text.utf8) + XMLForm.comments(file.contents)
    case .apex, .csv, .dataweave, .html, .javascript, .markdown, .mermaid, .properties, .shell, .text:
      self.contents = file.contents
    }
  }

  /// The digest that stands for the form in a manifest.
  var digest: Digest { Digest(of: contents) }

  /// Whether two texts differ in their layout at most.
  static func areEquivalent(_ one: [UInt8], _ other: [UInt8], _ format: FileFormat) -> Bool {
    if LineEndings.trimmed(one) == LineEndings.trimmed(other) { return true }
    guard format.language.hasStructure, let first = FileForm(one, format),
      let second = FileForm(other, format)
    else { return false }
    return first.contents == second.contents
  }

  /// What may be comments; a comment is an edit although it has no value.
  private static func yamlComments(_ text: [UInt8]) -> [[UInt8]] {
    let lines = text.split(separator: UInt8(ascii: "\n"))
    let comments = lines.compactMap { line -> [UInt8]? in
      let start = line.indices.first { index in
        line[index] == UInt8(ascii: "#") && (index == line.startIndex || XMLOutline.isSpace(line[index - 1]))
      }
      return start.map { Array(line[$0...]) }
    }
    return comments.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension TargetLanguage {
  /// Whether a parser of ours tells the meaning of a file from its layout.
  var hasStructure: Bool {
    switch self {
    case .json, .xml, .yaml: true
    case .apex, .csv, .dataweave, .html, .javascript, .markdown, .mermaid, .properties, .shell, .text: false
    }
  }
}

extension JSONValue {
  /// The value with the members of every object in the order of their names.
  fileprivate var orderFree: JSONValue {
    switch self {
    case .null, .bool, .integer, .decimal, .string: self
    case .array(let elements): .array(elements.map(\.orderFree))
    case .object(let members):
      .object(
        members.map { JSONMember($0.key, $0.value.orderFree) }.sorted {
          $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        })
    }
  }
}
