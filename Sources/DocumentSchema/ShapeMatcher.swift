import JSONSyntax
import YAMLSyntax

/// Tells nodes of which there is nothing to say from those that `ShapeChecker` has to look at.
///
/// It asks for no more than that and allocates nothing: most documents are as they should be. A node that
/// does not match may be free of findings all the same.
enum ShapeMatcher {
  static func matches(_ node: YAMLNode, _ shape: Shape) -> Bool {
    switch shape.form {
    case .mapping(let mapping): matches(node, mapping)
    case .dictionary(let dictionary): matches(node, dictionary)
    case .list(let list): matches(node, list)
    case .enumeration(let enumeration):
      node.isUndisputedText && enumeration.values.contains { node.textEquals($0.text) }
    case .text(let text): matches(node, text)
    case .boolean: node.textEquals("true") && node.isPlain || node.textEquals("false") && node.isPlain
    case .integer(let range): node.plainCount.map(range.contains) ?? false
    case .constant(let value): !node.isSeparatedInteger && node.plainCount.map(JSONValue.integer) == value
    case .choice(let alternatives): alternatives.contains { matches(node, $0) }
    case .anything: true
    case .reference(let reference): matches(node, reference.shape())
    }
  }

  private static func matches(_ node: YAMLNode, _ mapping: Shape.Mapping) -> Bool {
    guard node.kind == .mapping, mapping.keys.count <= UInt64.bitWidth else { return false }
    var present: UInt64 = 0
    for entry in node.entries {
      guard let index = mapping.keys.indices.first(where: { entry.key.textEquals(mapping.keys[$0].name) }),
        matches(entry.value, mapping.keys[index].shape)
      else { return false }
      present |= 1 << UInt64(index)
    }
    return mapping.keys.indices.allSatisfy {
      !mapping.keys[$0].isRequired || present & 1 << UInt64($0) != 0
    }
  }

  private static func matches(_ node: YAMLNode, _ dictionary: Shape.Dictionary) -> Bool {
    guard node.kind == .mapping, node.entries.count >= dictionary.minimum else { return false }
    return node.entries.allSatisfy { entry in
      matches(entry.value, dictionary.values)
        && (dictionary.keys.map { pattern in entry.key.withText(pattern.matches) ?? false } ?? true)
    }
  }

  private static func matches(_ node: YAMLNode, _ list: Shape.List) -> Bool {
    guard node.kind == .sequence, node.elements.count >= list.minimum else { return false }
    return node.elements.allSatisfy { matches($0, list.items) } && (!list.isUnique || hasUniqueTexts(node))
  }

  private static let mostCompared = 16

  private static func hasUniqueTexts(_ node: YAMLNode) -> Bool {
    guard node.elements.count <= mostCompared else { return false }
    for (number, element) in node.elements.enumerated() {
      let isNew = !node.elements.prefix(number).contains { element.hasSameText(as: $0) }
      guard element.isUndisputedText, isNew else { return false }
    }
    return true
  }

  private static func matches(_ node: YAMLNode, _ rule: Shape.Text) -> Bool {
    guard node.isUndisputedText else { return false }
    return node.withText { text in
      // Every character has one byte that continues none.
      guard rule.length.contains(text.count { $0 & 0xC0 != 0x80 }) else { return false }
      if let pattern = rule.pattern { return pattern.matches(text) }
      return !rule.isSingleLine || !text.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    } ?? false
  }
}
