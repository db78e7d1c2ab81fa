package import YAMLSyntax

extension Vocabulary {
  /// Reads `vocabulary.yaml`, whose shape was checked; entries that cannot be read are left out.
  package static func read(_ node: YAMLNode) -> Vocabulary {
    var requirements: [Requirement] = []
    for section in node.entries {
      for entry in section.value.entries {
        guard let name = section.key.text, let key = entry.key.text, let type = readType(entry.value) else {
          continue
        }
        let id = RequirementID(section: name, key: key)
        requirements.append(Requirement(id: id, type: type, asks: entry.value["asks"]?.text ?? ""))
      }
    }
    return Vocabulary(requirements: requirements)
  }

  /// The words that stand for a type in `vocabulary.yaml`.
  package static let typeWords = ["boolean", "count", "duration", "enum", "list", "size", "text"]

  private static func readType(_ node: YAMLNode) -> RequirementType? {
    let words = node["values"]?.elements.compactMap(\.text) ?? []
    switch node["type"]?.text {
    case "enum": return .enumeration(words)
    case "list": return .list(words)
    case "boolean": return .boolean
    case "count": return .count
    case "duration": return .duration(classes: readClasses(node["classes"]))
    case "size": return .size
    case "text": return .text
    default: return nil
    }
  }

  private static func readClasses(_ node: YAMLNode?) -> [DurationClass] {
    guard let node else { return [] }
    return node.entries.compactMap { entry in
      guard let name = entry.key.text, let bound = entry.value.text else { return nil }
      let isUnbounded = bound == "unbounded"
      return (isUnbounded ? Quantity.unbounded : Quantity.parseDuration(bound)).map {
        DurationClass(name: name, bound: $0)
      }
    }
  }
}
