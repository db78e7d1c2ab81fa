import Diagnostics
import YAMLSyntax

/// The text of an entry as its file has it, or, where only the document is at hand, written anew.
enum EntryText {
  static func text(of node: YAMLNode, in tree: YAMLTree) -> String {
    let isWhole = node.location.range == tree.root.location.range
    guard !isWhole || tree.file.contents.isEmpty else {
      let text = String(decoding: tree.file.contents, as: UTF8.self)
      return text.last == "\n" ? String(text.dropLast()) : text
    }
    return lines(of: node).joined(separator: "\n")
  }

  /// In block style, two spaces a level; short lists of scalars in one line.
  private static func lines(of node: YAMLNode) -> [String] {
    switch node.kind {
    case .scalar: [scalar(node)]
    case .mapping: node.entries.isEmpty ? ["{}"] : node.entries.flatMap { lines(of: $0.key, $0.value) }
    case .sequence: node.elements.isEmpty ? ["[]"] : node.elements.flatMap(item)
    }
  }

  private static func lines(of key: YAMLNode, _ value: YAMLNode) -> [String] {
    let name = scalar(key) + ":"
    if let line = line(of: value) { return [name + " " + line] }
    if let prose = prose(value) { return [name + " >"] + prose.map { "  " + $0 } }
    return [name] + lines(of: value).map { "  " + $0 }
  }

  private static func item(_ node: YAMLNode) -> [String] {
    if let line = line(of: node) { return ["- " + line] }
    let inner = lines(of: node)
    return inner.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }

  /// A node that fits in one line.
  private static func line(of node: YAMLNode) -> String? {
    switch node.kind {
    case .scalar: return prose(node) == nil ? scalar(node) : nil
    case .mapping: return node.entries.isEmpty ? "{}" : nil
    case .sequence:
      let elements = Array(node.elements)
      guard elements.allSatisfy({ $0.kind == .scalar && prose($0) == nil }) else { return nil }
      let line = "[" + elements.map(scalar).joined(separator: ", ") + "]"
      return line.count <= width ? line : nil
    }
  }

  private static let width = 100

  /// The lines of a text that is too long for one, broken between words; `nil` for any other.
  private static func prose(_ node: YAMLNode) -> [String]? {
    guard let text = node.text, text.count > width || text.last == "\n", text.first != " " else { return nil }
    var lines: [String] = [""]
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// Quoted only where it was, or where it has to be.
  private static func scalar(_ node: YAMLNode) -> String {
    guard let text = node.text else { return "" }
    return node.isPlain ? text : YAMLScalar.quoted(text)
  }
}
