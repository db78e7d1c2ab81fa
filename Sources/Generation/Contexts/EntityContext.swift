import Requirements
import Templating

/// An entity of the other system, as templates see it.
struct EntityContext {
  let name: String
  let messages: [MessageContext]
  /// The messages as templates see them.
  let objects: [TemplateObject]

  /// The entities of messages, sorted.
  static func all(_ messages: [(context: MessageContext, object: TemplateObject)]) -> [EntityContext] {
    Dictionary(grouping: messages, by: \.context.entity).sorted { $0.key < $1.key }.map {
      EntityContext(name: $0.key, messages: $0.value.map(\.context), objects: $0.value.map(\.object))
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
    let relationship = Plural.plural(of: NameMaker.cut(developerName, to: 38))
    return [
      "name": .string(name), "entity": .string(name), "pascal": .string(spelling.pascal),
      "kebab": .string(spelling.kebab),
      "words": .string(spelling.words), "external-object": .string(developerName + "__x"),
      "label": .string(NameMaker.label(Plural.singular(of: spelling.label))),
      "plural-label": .string(Plural.plural(of: NameMaker.cut(spelling.label, to: 38))),
      "columns": columns.elements, "key": key.map { .object($0.object) } ?? .null,
      "read": message(.read), "create": message(.create, .upsert), "update": message(.update, .upsert),
      "delete": message(.delete),
      "relationship-name": .string(relationship),
      "is-written": .bool(messages.contains(where: \.message.operation.isWrite)),
    ]
  }

  /// The first message of one of the operations; one without parameters in its path comes first.
  private func message(_ operations: Contract.Operation...) -> TemplateValue {
    for operation in operations {
      let found = zip(messages, objects).filter { $0.0.message.operation == operation }
      let first = found.first { $0.0.message.path?.contains("{") != true } ?? found.first
      if let first { return .object(first.1) }
    }
    return .null
  }

  /// The column by which a row is found: the last that a path names, or else the first required one.
  private var key: FieldNode? {
    let columns = columns
    let named = messages.flatMap { Self.parameters(of: $0.message.path ?? "") }
    return columns.last { named.contains($0.field.external) }
      ?? columns.first { $0.field.required } ?? columns.first
  }

  private static func parameters(of path: String) -> [String] {
    path.split(separator: "{").dropFirst().compactMap { $0.split(separator: "}").first.map(String.init) }
  }

  /// The distinct fields that are sent or come back, in the contract's order.
  private var columns: [FieldNode] {
    var seen: Set<String> = []
    return messages.flatMap(\.columns).filter { seen.insert($0.field.external).inserted }
  }
}
