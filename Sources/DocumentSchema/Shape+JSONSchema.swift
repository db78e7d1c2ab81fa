package import JSONSyntax

extension Shape {
  /// The JSON Schema (draft 2020-12) of documents of this shape.
  package func jsonSchema(id: String, title: String) -> JSONValue {
    var definitions = SchemaDefinitions()
    var members = [
      JSONMember("$schema", "https://json-schema.org/draft/2020-12/schema"),
      JSONMember("$id", .string(id)),
      JSONMember("title", .string(title)),
    ]
    members += schema(collecting: &definitions).filter { $0.key != "title" }
    if !definitions.schemas.isEmpty {
      members.append(
        JSONMember(
          "$defs",
          .object(
            definitions.schemas.sorted { $0.key < $1.key }.map { JSONMember($0.key, .object($0.value)) })))
    }
    return .object(members)
  }

  fileprivate func schema(collecting definitions: inout SchemaDefinitions) -> [JSONMember] {
    documentation + rules(collecting: &definitions)
  }

  private var documentation: [JSONMember] {
    var members: [JSONMember] = []
    if let title { members.append(JSONMember("title", .string(title))) }
    if let description { members.append(JSONMember("description", .string(description))) }
    if !examples.isEmpty { members.append(JSONMember("examples", .array(examples))) }
    return members
  }

  private func rules(collecting definitions: inout SchemaDefinitions) -> [JSONMember] {
    switch form {
    case .mapping(let mapping): mapping.schema(collecting: &definitions)
    case .dictionary(let dictionary): dictionary.schema(collecting: &definitions)
    case .list(let list): list.schema(collecting: &definitions)
    case .enumeration(let enumeration): enumeration.schema
    case .text(let text): text.schema
    case .boolean: [JSONMember("type", "boolean")]
    case .integer(let range): Self.integerSchema(range)
    case .constant(let value): [JSONMember("const", value)]
    case .choice(let alternatives):
      [JSONMember("anyOf", .array(alternatives.map { .object($0.schema(collecting: &definitions)) }))]
    case .anything: []
    case .reference(let reference): definitions.reference(to: reference)
    }
  }

  private static func integerSchema(_ range: ClosedRange<Int>) -> [JSONMember] {
    let number = [
      JSONMember("type", "integer"), JSONMember("minimum", .integer(range.lowerBound)),
      JSONMember("maximum", .integer(range.upperBound)),
    ]
    guard let pattern = SeparatedIntegerPattern.expression(for: range) else { return number }
    let text = [JSONMember("type", "string"), JSONMember("pattern", .string(pattern)), singleLineRule]
    return [JSONMember("anyOf", [.object(number), .object(text)])]
  }

  /// In some dialects `$` also matches before a final line break, so that the rule is a rule of its own.
  fileprivate static let singleLineRule = JSONMember("not", ["pattern": "[\\n\\r]"])
}

/// The named shapes that were met on the way.
private struct SchemaDefinitions {
  var schemas: [String: [JSONMember]] = [:]

  mutating func reference(to reference: Shape.Reference) -> [JSONMember] {
    if schemas[reference.name] == nil {
      schemas[reference.name] = []
      schemas[reference.name] = reference.shape().schema(collecting: &self)
    }
    return [JSONMember("$ref", .string("#/$defs/" + reference.name))]
  }
}

extension Shape.Mapping {
  fileprivate func schema(collecting definitions: inout SchemaDefinitions) -> [JSONMember] {
    let properties = keys.map { JSONMember($0.name, .object($0.schema(collecting: &definitions))) }
    let required = keys.filter(\.isRequired).map(\.name)
    var members = [JSONMember("type", "object"), JSONMember("properties", .object(properties))]
    if !required.isEmpty { members.append(JSONMember("required", .strings(required))) }
    members.append(JSONMember("additionalProperties", false))
    return members
  }
}

extension Shape.Key {
  /// What the key says about itself goes before what its shape says in general.
  fileprivate func schema(collecting definitions: inout SchemaDefinitions) -> [JSONMember] {
    let members = shape.schema(collecting: &definitions)
    guard let description else { return members }
    return [JSONMember("description", .string(description))] + members.filter { $0.key != "description" }
  }
}

extension Shape.Dictionary {
  fileprivate func schema(collecting definitions: inout SchemaDefinitions) -> [JSONMember] {
    var members = [JSONMember("type", "object")]
    if let keys {
      members.append(
        JSONMember(
          "propertyNames", .object([JSONMember("pattern", .string(keys.expression)), Shape.singleLineRule])))
    }
    members.append(JSONMember("additionalProperties", .object(values.schema(collecting: &definitions))))
    if minimum > 0 { members.append(JSONMember("minProperties", .integer(minimum))) }
    return members
  }
}

extension Shape.List {
  fileprivate func schema(collecting definitions: inout SchemaDefinitions) -> [JSONMember] {
    var members = [
      JSONMember("type", "array"), JSONMember("items", .object(items.schema(collecting: &definitions))),
    ]
    if minimum > 0 { members.append(JSONMember("minItems", .integer(minimum))) }
    if isUnique { members.append(JSONMember("uniqueItems", true)) }
    return members
  }
}

extension Shape.Enumeration {
  fileprivate var schema: [JSONMember] {
    guard values.contains(where: { $0.description != nil }) else {
      return [JSONMember("enum", .strings(values.map(\.text)))]
    }
    return [
      JSONMember(
        "oneOf",
        .array(
          values.map { value in
            let description = value.description.map { [JSONMember("description", .string($0))] }
            return .object([JSONMember("const", .string(value.text))] + (description ?? []))
          }))
    ]
  }
}

extension Shape.Text {
  fileprivate var schema: [JSONMember] {
    var members = [JSONMember("type", "string")]
    if length.lowerBound > 0 { members.append(JSONMember("minLength", .integer(length.lowerBound))) }
    if length.upperBound < Int.max { members.append(JSONMember("maxLength", .integer(length.upperBound))) }
    if let pattern { members.append(JSONMember("pattern", .string(pattern.expression))) }
    if isSingleLine { members.append(Shape.singleLineRule) }
    return members
  }
}
