import DesignModel
import JSONSyntax
import Requirements
import Templating

/// A message of the contract, as templates see it.
struct MessageContext {
  let message: Contract.Message
  let fieldNames: FieldNames

  var object: TemplateObject {
    let spelling = Spelling(message.name)
    var object = TemplateObject(spelling: spelling)
    object.merge(operation)
    object.merge(subject)
    object.merge(contents)
    object["name"] = .string(message.name)
    object["description"] = .optional(message.description)
    return object
  }

  /// What is called: a message without an entity is one of its own.
  var entity: String { message.externalEntity ?? message.name }

  private var operation: TemplateObject {
    let operation = message.operation
    return [
      "operation": .enumeration(operation.rawValue, of: Contract.Operation.allCases.map(\.rawValue)),
      "method": .string(operation.method), "is-write": .bool(operation.isWrite),
      "has-body": .bool(operation.hasBody),
    ]
  }

  private var subject: TemplateObject {
    [
      "path": .optional(message.path), "salesforce-object": .optional(message.salesforceObject),
      "external-entity": .string(entity), "entity-pascal": .string(Spelling(entity).pascal),
      "external-id": .optional(message.externalID),
    ]
  }

  private var contents: TemplateObject {
    let request = message.examples.lazy.compactMap(\.request).first
    let response = message.examples.lazy.compactMap(\.response).first
    let context = FieldContext(names: fieldNames, path: message.path)
    let fields = context.objects(message.fields, example: request)
    let required = zip(message.fields, fields).filter { $0.0.required }.map(\.1)
    return [
      "fields": .elements(fields), "required-fields": .elements(required),
      "path-parameters": .elements(pathParameters(among: fields, context)),
      "response": .elements(
        FieldContext(names: fieldNames, path: nil).objects(message.response, example: response)),
      "has-response": .bool(!message.response.isEmpty),
      "examples": .elements(message.examples.map(Self.example)),
    ]
  }

  /// The fields that the path names in braces; a required text where there is no such field.
  private func pathParameters(among fields: [TemplateObject], _ context: FieldContext) -> [TemplateObject] {
    PathParameters.names(in: message.path ?? "").flatMap { name -> [TemplateObject] in
      if let index = message.fields.firstIndex(where: { $0.external == name }) { return [fields[index]] }
      let field = Contract.Field(
        salesforce: nil, external: name, type: .string, required: true, maxLength: nil, precision: nil,
        scale: nil, values: [], isPersonal: false, master: nil, defaultValue: nil, description: nil,
        fields: [], elements: nil)
      return context.objects([field], example: nil)
    }
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
