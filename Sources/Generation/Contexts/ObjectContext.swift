import Requirements
import Templating

/// An object of Salesforce that messages are about, as templates see it.
struct ObjectContext {
  /// Its API name.
  let name: String
  let messages: [(context: MessageContext, object: TemplateObject)]

  /// The objects of messages, sorted; names that differ only in case are one object.
  static func all(_ messages: [(context: MessageContext, object: TemplateObject)]) -> [ObjectContext] {
    let named = messages.compactMap { entry in
      entry.context.message.salesforceObject.map { (name: $0, entry: entry) }
    }
    let groups = Dictionary(grouping: named) { $0.name.lowercased() }
    return groups.sorted { $0.key < $1.key }.map { _, group in
      ObjectContext(name: group.first?.name ?? "", messages: group.map(\.entry))
    }
  }

  var object: TemplateObject {
    [
      "object": .string(name), "is-custom": .bool(name.hasSuffix("__c")),
      "change-event": .string(changeEvent),
      "member-name": .string(Self.words(of: changeEvent).joined(separator: "_")),
      "label": .string(NameMaker.label(Self.words(of: stem).joined(separator: " "))),
      "filter": .optional(Contract.Message.anyFilter(of: messages.map(\.context.message))),
      "enriched-fields": enriched, "mapped-fields": mapped.elements,
      "key-fields": keys.elements, "custom-key-fields": keys.filter(\.isOwnCustomField).elements,
      "messages": .elements(messages.map(\.object)),
      "is-created": .bool(messages.contains { Self.mayCreate($0.context.message.operation) }),
      "is-deleted": .bool(messages.contains { $0.context.message.operation == .delete }),
      "is-written": .bool(messages.contains { $0.context.message.operation.isWrite }),
    ]
  }

  /// Whether a message of an operation can bring a record that was not there.
  private static func mayCreate(_ operation: Contract.Operation) -> Bool {
    operation.hasBody && operation != .update
  }

  /// The custom fields that hold keys, with their object, each once for the object on which it is defined.
  static func customKeys(of objects: [ObjectContext], _ metadata: MetadataTypes) -> TemplateValue {
    var seen: Set<[String?]> = []
    var keys: [TemplateObject] = []
    for object in objects {
      let definition = metadata.fieldObject(of: object.name)
      for node in object.keys.filter(\.isOwnCustomField) {
        guard seen.insert([definition.lowercased(), node.field.salesforce?.lowercased()]).inserted else {
          continue
        }
        var key = node.object
        key["object"] = .string(object.name)
        key["defined-on"] = .string(definition)
        keys.append(key)
      }
    }
    return .elements(keys)
  }

  private var stem: String { name.hasSuffix("__c") ? String(name.dropLast(3)) : name }

  private static func words(of name: String) -> [String] { name.split(separator: "_").map(String.init) }

  /// The event of its changes: `AccountChangeEvent`, `Order__ChangeEvent`.
  private var changeEvent: String { stem + (name.hasSuffix("__c") ? "__ChangeEvent" : "ChangeEvent") }

  /// The fields of the record itself that a message cannot do without, whether they changed or not.
  private var enriched: TemplateValue {
    mapped.filter { $0.field.required && $0.field.isWritten }.elements
  }

  /// The distinct fields, sorted.
  private var mapped: [FieldNode] { Self.distinct(messages.flatMap(\.context.mapped)) }

  private var keys: [FieldNode] { Self.distinct(messages.compactMap(\.context.key)) }

  private static func distinct(_ nodes: [FieldNode]) -> [FieldNode] {
    var byName: [String: FieldNode] = [:]
    for node in nodes {
      guard let name = node.field.salesforce?.lowercased(), byName[name] == nil else { continue }
      byName[name] = node
    }
    return byName.sorted { $0.key < $1.key }.map(\.value)
  }
}

extension FieldNode {
  /// Whether it is a custom field that a project can define: the fields of a package come with the package.
  var isOwnCustomField: Bool {
    guard let name = field.salesforce, name.hasSuffix("__c") else { return false }
    return !name.dropLast(3).contains("__")
  }
}
