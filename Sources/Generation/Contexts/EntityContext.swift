import Requirements
import Templating

/// An entity of the other system, as templates see it.
struct EntityContext {
  let name: String
  let messages: [MessageContext]

  /// The entities of messages, sorted.
  static func all(_ messages: [MessageContext]) -> [EntityContext] {
    Dictionary(grouping: messages, by: \.entity).sorted { $0.key < $1.key }.map {
      EntityContext(name: $0.key, messages: $0.value)
    }
  }

  /// The columns of all entities, each with its external object.
  static func columns(of elements: TemplateValue) -> TemplateValue {
    guard case .list(let entities) = elements else { return .list([]) }
    return .elements(
      entities.flatMap { entity -> [TemplateObject] in
        guard case .object(let object) = entity, case .list(let columns)? = object["columns"] else {
          return []
        }
        return columns.compactMap { column in
          guard case .object(var field) = column else { return nil }
          for name in ["external-object", "plural-label", "relationship-name", "is-written"] {
            field[name] = object[name]
          }
          return field
        }
      })
  }

  /// The contexts of all entities; external objects whose names would be the same in any case are told
  /// apart by a digest.
  static func elements(_ entities: [EntityContext], _ maker: NameMaker) -> TemplateValue {
    let plain = entities.map { maker.name(.developerName, stem: Spelling($0.name).developerName) }
    let counts = Dictionary(grouping: plain) { $0.lowercased() }.mapValues(\.count)
    return .elements(
      zip(entities, plain).map { entity, name in
        guard counts[name.lowercased(), default: 0] > 1 else { return entity.object(named: name) }
        let stem = Spelling(entity.name).developerName
        return entity.object(
          named: maker.marked(.developerName, prefix: "", stem: stem, suffix: "", by: entity.name))
      })
  }

  private func object(named developerName: String) -> TemplateObject {
    let spelling = Spelling(name)
    let relationship = NameMaker.cut(developerName, to: 39) + "s"
    return [
      "name": .string(name), "pascal": .string(spelling.pascal), "kebab": .string(spelling.kebab),
      "words": .string(spelling.words), "external-object": .string(developerName + "__x"),
      "label": .string(NameMaker.label(spelling.label)),
      "plural-label": .string(NameMaker.cut(spelling.label, to: 39) + "s"),
      "columns": columns.elements,
      "relationship-name": .string(relationship),
      "is-written": .bool(messages.contains(where: \.message.operation.isWrite)),
    ]
  }

  /// The distinct fields that are sent or come back, in the contract's order.
  private var columns: [FieldNode] {
    var seen: Set<String> = []
    return messages.flatMap(\.columns).filter { seen.insert($0.field.external).inserted }
  }
}
