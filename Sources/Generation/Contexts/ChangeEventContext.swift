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
    ]
  }
}
