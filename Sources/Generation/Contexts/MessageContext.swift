import DesignModel
import JSONSyntax
import Requirements
import Templating

/// A message of the contract, as templates see it.
struct MessageContext {
  let message: Contract.Message
  private let fields: [FieldNode]
  private let response: [FieldNode]
  private let pathParameters: [FieldNode]

  init(_ message: Contract.Message, _ names: FieldNames) {
    self.message = message
    let request = message.examples.lazy.compactMap(\.request).first
    let answer = message.examples.lazy.compactMap(\.response).first
    let context = FieldContext(
      message.fields, names: names, path: message.path, externalID: message.externalID)
    let fields = context.nodes(message.fields, example: request)
    self.fields = fields
    response = FieldContext(message.response, names: names, externalID: message.externalID)
      .nodes(message.response, example: answer)
    pathParameters = PathParameters.names(in: message.path ?? "").flatMap { name -> [FieldNode] in
      let stated = fields.filter { $0.field.external == name }
      return stated.isEmpty ? context.nodes([.pathParameter(name)], example: nil) : stated
    }
  }

  var object: TemplateObject {
    let spelling = Spelling(message.name)
    var object = TemplateObject(spelling: spelling)
    object.merge(operation)
    object.merge(subject)
    object.merge(contents)
    object.merge(selection)
    object.merge(record)
    object["name"] = .string(message.name)
    object["undoes"] = .optional(message.undoes)
    object["label"] = .string(NameMaker.label(spelling.label))
    object["description"] = .optional(message.description)
    return object
  }

  /// What is called: a message without an entity is one of its own.
  var entity: String { Self.entity(of: message) }

  static func entity(of message: Contract.Message) -> String { message.externalEntity ?? message.name }

  /// The fields that are sent and have a place in the record, or in a record that it looks up.
  var mapped: [FieldNode] { fields.filter { $0.field.salesforce != nil && $0.field.isScalar } }

  /// The field that holds the key of the record.
  var key: FieldNode? {
    message.externalID.flatMap { id in mapped.first { $0.field.salesforce?.lowercased() == id.lowercased() } }
  }

  /// What an external object has a column for.
  var columns: [FieldNode] { (fields + response).filter(\.field.isScalar) }

  /// The fields of the response that are fields of the record itself.
  var written: [FieldNode] { response.filter(\.field.isWritten) }

  /// The fields of the request that are fields of the record itself, and no lists of other records.
  var ownFields: [FieldNode] { fields.filter { $0.field.isWritten && !$0.isObjectList } }

  private var operation: TemplateObject {
    let operation = message.operation
    return [
      "operation": .enumeration(operation.rawValue, of: Contract.Operation.allCases.map(\.rawValue)),
      "method": .string(message.method), "verb": .enumeration(verb, of: Self.verbs),
      "apikit-flow": .optional(apikitFlow),
      "is-write": .bool(operation.isWrite),
      "has-body": .bool(operation.hasBody),
    ]
  }

  private static let verbs = ["delete", "get", "patch", "post", "put"]

  /// The method as specifications write it.
  private var verb: String { message.method.lowercased() }

  /// How APIkit calls the flow of the operation, without the name of its configuration.
  private var apikitFlow: String? {
    message.path.map { path in
      let name = verb + ":" + path
      let spelt = String(
        name.map { character -> Character in
          switch character {
          case "/": "\\"
          case "{": "("
          case "}": ")"
          default: character
          }
        })
      return message.operation.hasBody ? spelt + ":application\\json" : spelt
    }
  }

  private var subject: TemplateObject {
    [
      "path": .optional(message.path), "path-parts": .elements(pathParts),
      "salesforce-object": .optional(message.salesforceObject),
      "external-entity": .string(entity), "entity-pascal": .string(Spelling(entity).pascal),
      "external-id": .optional(message.externalID), "filter": .optional(message.filter),
    ]
  }

  /// The path in its order: texts, and the fields that stand in braces.
  private var pathParts: [TemplateObject] {
    PathParameters.parts(of: message.path ?? "").map { part in
      switch part {
      case .text(let text): ["text": .string(text), "field": .null]
      case .parameter(let name):
        [
          "text": .null,
          "field": pathParameters.first { $0.field.external == name }.map { .object($0.object) } ?? .null,
        ]
      }
    }
  }

  private var contents: TemplateObject {
    [
      "fields": fields.elements, "required-fields": fields.required.elements,
      "path-parameters": pathParameters.elements, "response": response.elements,
      "required-response": response.required.elements, "has-response": .bool(!response.isEmpty),
      "examples": .elements(message.examples.map(Self.example)), "paging": Paging(message)?.value ?? .null,
    ]
  }

  /// What Apex selects, sends and writes.
  private var selection: TemplateObject {
    let inPath = Set(pathParameters.map(\.field.external))
    let inQuery = fields.filter { !inPath.contains($0.field.external) && $0.field.isScalar }
    return [
      "selected": fields.selected, "child-queries": .elements(fields.childQueries),
      "query-parameters": inQuery.elements, "written-fields": written.elements,
      "confirmed-by": message.confirmation.map { .object(response[$0].object) } ?? .null,
      "recorded": .elements(fields.recorded(below: [])),
      "request-types": fields.nested.elements, "response-types": response.nested.elements,
    ]
  }

  /// The record that the message becomes in Salesforce.
  private var record: TemplateObject {
    let external = message.externalID?.lowercased()
    let members = mapped.filter { $0.field.salesforce?.lowercased() != external }
    let sample = RecordMembers.record(fields)
    return [
      "mapped-fields": mapped.elements, "key-field": key.map { .object($0.object) } ?? .null,
      "record-members": RecordMembers.elements(members),
      "record-sample": .object([
        "json": .string(sample.rendered()), "line": .string(sample.rendered(indent: nil)),
      ]),
    ]
  }

  private static func example(_ example: Contract.Example) -> TemplateObject {
    ["request": half(example.request), "response": half(example.response)]
  }

  private static func half(_ value: ContractValue?) -> TemplateValue {
    guard let value else { return .null }
    var pairs: [TemplateObject] = []
    if case .object(let members) = value {
      pairs = members.map { member in
        [
          "name": .string(member.name), "json": .string(member.value.json.rendered(indent: nil)),
          "text": .string(member.value.text),
        ]
      }
    }
    return .object(["json": .string(value.json.rendered()), "pairs": .elements(pairs)])
  }
}

/// The names that stand in braces in a path.
enum PathParameters {
  /// A piece of a path.
  enum Part {
    case text(String)
    case parameter(String)
  }

  /// The pieces of a path, in their order.
  static func parts(of path: String) -> [Part] {
    var parts: [Part] = []
    for piece in path.split(separator: "{", omittingEmptySubsequences: false) {
      guard let end = piece.firstIndex(of: "}"), end > piece.startIndex, !parts.isEmpty || path.hasPrefix("{")
      else {
        parts.append(.text(String(piece)))
        continue
      }
      parts.append(.parameter(String(piece[..<end])))
      parts.append(.text(String(piece[piece.index(after: end)...])))
    }
    return parts.filter { if case .text("") = $0 { false } else { true } }
  }

  /// In order, each once.
  static func names(in path: String) -> [String] {
    var names: [String] = []
    for piece in path.split(separator: "{").dropFirst(path.hasPrefix("{") ? 0 : 1) {
      guard let end = piece.firstIndex(of: "}"), end > piece.startIndex else { continue }
      let name = String(piece[..<end])
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension Contract.Field {
  /// A parameter of a path that no field of the message fills.
  fileprivate static func pathParameter(_ name: String) -> Contract.Field {
    Contract.Field(
      salesforce: nil, external: name, type: .string, required: true, maxLength: nil, precision: nil,
      scale: nil, values: [], isPersonal: false, master: nil, defaultValue: nil, description: nil,
      fields: [], elements: nil)
  }
}
