import DesignModel
import Requirements
import Templating

/// The change events of the objects that messages are made from, as templates see them.
struct ChangeEventContext {
  private let object: String
  private let fields: [FieldNode]
  private let compounds: CompoundTypes?

  /// One for each object, by name.
  ///
  /// - Parameter compounds: `nil` where nobody asks how the events carry the fields.
  static func elements(_ messages: [MessageContext], _ compounds: CompoundTypes?) -> TemplateValue {
    let ofObject = messages.filter { $0.message.salesforceObject != nil }
    let groups = Dictionary(grouping: ofObject) { $0.message.salesforceObject ?? "" }
    return .elements(
      groups.sorted { $0.key < $1.key }.map {
        ChangeEventContext(object: $0.key, fields: carried($0.value), compounds: compounds).value
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
    guard let compounds else { return [] }
    let places = compounds.places(of: fields.map { $0.field.salesforce ?? "" }, in: object)
    let carried = zip(fields, places).map { CarriedField(node: $0, compound: $1) }
    var defined: Set<String> = []
    return carried.map(\.name).distinct.map { name in
      let parts = carried.filter { $0.name == name && $0.compound != nil }
      guard let type = parts.first?.compound?.type else {
        return [
          "plain": .elements(carried.filter { $0.name == name }.map(\.object)), "compound": .elements([]),
        ]
      }
      var seen: Set<String> = []
      let components = carried.filter { $0.compound?.type == type && seen.insert($0.component).inserted }
      let whole: TemplateObject = [
        "name": .string(name), "record": .string(type),
        // A type is defined once, with every part that any field of it has.
        "is-defined": .bool(defined.insert(type).inserted),
        "parts": .elements(parts.map(\.object)), "components": .elements(components.map(\.object)),
      ]
      return ["plain": .elements([]), "compound": .elements([whole])]
    }
  }

  /// A field, and the whole that the event carries it in, if there is one.
  private struct CarriedField {
    let node: FieldNode
    let compound: CompoundField?

    /// What the event calls the field or the whole.
    var name: String { compound?.name ?? node.field.salesforce ?? "" }
    var component: String { compound?.component ?? node.field.salesforce ?? "" }

    var object: TemplateObject {
      var object = node.object
      object["component"] = .string(component)
      return object
    }
  }
}
