import XMLSyntax

/// A document as text without its layout.
enum XMLForm {
  private static let salesforceMetadata = "http://soap.sforce.com/2006/04/metadata"

  /// An element without the white space between the elements in it. Of metadata of Salesforce, elements
  /// with different names have no order, nor have those of lists that are sets.
  static func text(of element: XMLElement, _ lists: DocumentLists) -> String {
    let hasChildren = element.nodes.contains(where: \.isElement)
    var parts: [(name: String, text: String)] = element.nodes.compactMap { node in
      switch node {
      case .element(let child): (child.name.local, text(of: child, lists))
      case .text(let text): hasChildren && isSpace(text) ? nil : ("", escaped(text))
      case .comment(let text): ("!", "<!--\(text)-->")
      case .instruction(let target, let content): ("?", "<?\(target) \(content)?>")
      }
    }
    if element.name.namespace == salesforceMetadata, hasChildren { parts = ordered(parts, lists) }
    return "<\(name(element.name))\(attributes(of: element))>\(parts.map(\.text).joined())</>"
  }

  /// Comments and instructions wherever they are, because some are in no element.
  static func comments(_ text: [UInt8]) -> [UInt8] {
    var found: [[UInt8]] = []
    let marks: [(start: StaticString, end: StaticString)] = [("<!--", "-->"), ("<?", "?>")]
    for (start, end) in marks {
      var index = 0
      while let first = text.firstIndex(of: start, from: index) {
        let inner = first + start.utf8CodeUnitCount
        let last = text.firstIndex(of: end, from: inner) ?? text.count
        let comment = Array(text[inner..<last])
        if !comment.starts(with: "xml ".utf8) { found.append(comment) }
        index = last
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { [0x0A] + $0 }
  }

  private static func isSpace(_ text: String) -> Bool {
    text.utf8.allSatisfy(XMLOutline.isSpace) || text.allSatisfy(\.isWhitespace)
  }

  private static func ordered(
    _ parts: [(name: String, text: String)], _ lists: DocumentLists
  ) -> [(name: String, text: String)] {
    guard parts.count > 1 else { return parts }
    let groups = Dictionary(grouping: parts, by: \.name)
    return groups.keys.sorted().flatMap { name -> [(name: String, text: String)] in
      let group = groups[name] ?? []
      return group.count > 1 && lists.areUnordered(name) ? group.sorted { $0.text < $1.text } : group
    }
  }

  private static func attributes(of element: XMLElement) -> String {
    if element.attributes.isEmpty { return "" }
    return element.attributes.map { " \(name($0.name))=\"\(escaped($0.value))\"" }.sorted().joined()
  }

  private static func name(_ name: XMLName) -> String { "{\(name.namespace ?? "")}\(name.local)" }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isEscaped) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\"")
  }
}

extension XMLElement.Node {
  fileprivate var isElement: Bool { if case .element = self { true } else { false } }
}
