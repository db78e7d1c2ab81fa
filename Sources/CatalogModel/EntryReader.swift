import Diagnostics
import Requirements
import YAMLSyntax

/// Reads the values of one entry whose shape was checked; what is missing reads as empty.
struct EntryReader: Sendable {
  let node: YAMLNode

  init(_ node: YAMLNode) { self.node = node }

  var origin: Origin {
    Origin(file: node.location.file.name, line: node.location.range.start.line)
  }

  func text(_ key: String) -> String { optionalText(key) ?? "" }

  /// A text with the line breaks of its writing taken out.
  func optionalText(_ key: String) -> String? {
    node[key]?.withText { bytes in
      String(decoding: bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }
  }

  func integer(_ key: String) -> Int { node[key]?.text.flatMap { Quantity.parseCount($0) } ?? 0 }

  func flag(_ key: String) -> Bool { node[key]?.textEquals("true") ?? false }

  /// The texts of a list; a single text counts as a list of one.
  func texts(_ key: String) -> [String] {
    guard let value = node[key] else { return [] }
    return value.text.map { [$0] } ?? value.elements.compactMap(\.text)
  }

  func entries(_ key: String) -> [EntryReader] { node[key]?.elements.map(EntryReader.init) ?? [] }

  func citations(_ key: String = "source") -> [Citation] { texts(key).map(Citation.init) }

  func remarks(_ key: String) -> [Remark] {
    entries(key).map { Remark(says: $0.text("says"), citations: $0.citations()) }
  }

  var practices: [PracticeReference] {
    entries("practices").map {
      PracticeReference(id: $0.text("id"), because: $0.text("because"), citations: $0.citations())
    }
  }
}

extension Citation {
  /// Reads `source` or `source#section`.
  init(_ text: String) {
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "#")) else {
      self.init(source: text, section: nil)
      return
    }
    self.init(source: String(text[..<mark]), section: String(text[text.utf8.index(after: mark)...]))
  }
}
