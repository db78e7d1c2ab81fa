import Requirements
import Templating

/// The change events of the objects that messages are made from, as templates see them.
struct ChangeEventContext {
  private let object: String
  private let fields: [FieldNode]

  /// One for each object, by name.
  static func elements(_ messages: [MessageContext]) -> TemplateValue {
    let ofObject = messages.filter { $0.message.salesforceObject != nil }
    let groups = Dictionary(grouping: ofObject) { $0.message.salesforceObject ?? "" }
    return .elements(
      groups.sorted { $0.key < $1.key }.map {
        ChangeEventContext(object: $0.key, fields: carried($0.value)).value
      })
  }

  /// The distinct fields of the record itself, by name; a change event has no fields of other records.
  private static func carried(_ messages: [MessageContext]) -> [FieldNode] {
    var fields: [String: FieldNode] = [:]
    for node in messages.flatMap(\.ownFields) {
      guard let name = node.field.salesforce, fields[name.lowercased()] == nil else { continue }
      fields[name.lowercased()] = node
    }
    return fields.sorted { $0.key < $1.key }.map(\.value)
  }

  private var value: TemplateObject {
    // A custom object's own suffix gives way to that of its change event.
    let isCustom = object.hasSuffix("__c")
    let name = isCustom ? String(object.dropLast(3)) + "__ChangeEvent" : object + "ChangeEvent"
    let spelling = Spelling(name)
    return [
      "object": .string(object), "object-kebab": .string(Spelling(object).kebab), "name": .string(name),
      "pascal": .string(spelling.pascal), "camel": .string(spelling.camel),
      "channel": .string("/data/" + name), "fields": fields.elements,
      "members": .elements(members),
    ]
  }

  /// The fields as the event carries them: those of an address or a person's name within the whole.
  private var members: [TemplateObject] {
    let carried = fields.map { node in
      (node, compound: CompoundField(of: node.field.salesforce ?? "", in: object))
    }
    var defined: Set<String> = []
    let names = carried.map { $0.compound?.name ?? $0.0.field.salesforce ?? "" }
    return names.indices.filter { names.firstIndex(of: names[$0]) == $0 }.map { index in
      guard let whole = carried[index].compound else {
        return ["plain": .elements([Self.part(carried[index].0)]), "compound": .elements([])]
      }
      let parts = carried.filter { $0.compound?.name == whole.name }
      // A type is defined once, with every part that any field of it has.
      let isDefined = defined.insert(whole.record).inserted
      var seen: Set<String> = []
      let components = carried.filter { part in
        part.compound.map { $0.record == whole.record && seen.insert($0.component).inserted } ?? false
      }
      return [
        "plain": .elements([]),
        "compound": .elements([
          [
            "name": .string(whole.name), "record": .string(whole.record), "is-defined": .bool(isDefined),
            "parts": .elements(parts.map { Self.part($0.0, $0.compound) }),
            "components": .elements(components.map { Self.part($0.0, $0.compound) }),
          ]
        ]),
      ]
    }
  }

  private static func part(_ node: FieldNode, _ compound: CompoundField? = nil) -> TemplateObject {
    var object = node.object
    object["component"] = .string(compound?.component ?? node.field.salesforce ?? "")
    return object
  }
}
