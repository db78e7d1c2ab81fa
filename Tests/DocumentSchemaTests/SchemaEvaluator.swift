import JSONSyntax

/// A small evaluator of JSON Schema (draft 2020-12), written from the specification and sharing nothing
/// with the code under test; it stops the test at a keyword that it does not know.
struct SchemaEvaluator {
  let root: JSONValue

  func accepts(_ instance: JSONValue) throws -> Bool { try accepts(instance, root) }

  struct UnknownKeyword: Error { let name: String }

  private func accepts(_ instance: JSONValue, _ schema: JSONValue) throws -> Bool {
    switch schema {
    case .bool(let truth): return truth
    case .object(let members):
      for member in members where try !accepts(instance, member, in: schema) { return false }
      return true
    default: throw UnknownKeyword(name: "a schema that is no object")
    }
  }

  private func accepts(_ instance: JSONValue, _ rule: JSONMember, in schema: JSONValue) throws -> Bool {
    switch (rule.key, rule.value) {
    case ("$schema", _), ("$id", _), ("$defs", _), ("title", _), ("description", _), ("examples", _):
      return true
    case ("$ref", .string(let name)): return try accepts(instance, definition(name))
    case ("type", .string(let type)): return has(instance, type)
    case ("const", let value): return equal(instance, value)
    case ("enum", .array(let values)): return values.contains { equal(instance, $0) }
    case ("anyOf", .array(let schemas)): return try schemas.contains { try accepts(instance, $0) }
    case ("oneOf", .array(let schemas)): return try schemas.filter { try accepts(instance, $0) }.count == 1
    case ("not", let schema): return try !accepts(instance, schema)
    case ("minimum", .integer(let bound)): return number(instance).map { $0 >= Double(bound) } ?? true
    case ("maximum", .integer(let bound)): return number(instance).map { $0 <= Double(bound) } ?? true
    case ("minLength", _), ("maxLength", _), ("pattern", _): return try textAccepts(instance, rule)
    case ("items", _), ("minItems", _), ("uniqueItems", _): return try arrayAccepts(instance, rule)
    case ("properties", _), ("required", _), ("additionalProperties", _), ("propertyNames", _),
      ("minProperties", _):
      return try objectAccepts(instance, rule, in: schema)
    default: throw UnknownKeyword(name: rule.key)
    }
  }

  private func definition(_ reference: String) throws -> JSONValue {
    guard let found = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] else {
      throw UnknownKeyword(name: reference)
    }
    return found
  }

  private func has(_ instance: JSONValue, _ type: String) -> Bool {
    switch (instance, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"), (.object, "object"):
      true
    case (.integer, "integer"), (.integer, "number"), (.decimal, "number"): true
    case (.decimal(let text), "integer"): Double(text).map { $0.rounded() == $0 && $0.isFinite } ?? false
    default: false
    }
  }

  private func number(_ instance: JSONValue) -> Double? {
    switch instance {
    case .integer(let number): Double(number)
    case .decimal(let text): Double(text)
    default: nil
    }
  }

  private func equal(_ left: JSONValue, _ right: JSONValue) -> Bool {
    if let left = number(left), let right = number(right) { return left == right }
    switch (left, right) {
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { equal($0, $1) }
    case (.object(let members), .object(let others)):
      return members.count == others.count
        && members.allSatisfy { member in right[member.key].map { equal(member.value, $0) } ?? false }
    default: return left == right
    }
  }

  private func textAccepts(_ instance: JSONValue, _ rule: JSONMember) throws -> Bool {
    guard case .string(let text) = instance else { return true }
    switch (rule.key, rule.value) {
    case ("minLength", .integer(let bound)): return text.unicodeScalars.count >= bound
    case ("maxLength", .integer(let bound)): return text.unicodeScalars.count <= bound
    case ("pattern", .string(let expression)):
      let regex = try Regex(expression).matchingSemantics(.unicodeScalar)
      return try regex.firstMatch(in: text) != nil
    default: throw UnknownKeyword(name: rule.key)
    }
  }

  private func arrayAccepts(_ instance: JSONValue, _ rule: JSONMember) throws -> Bool {
    guard case .array(let elements) = instance else { return true }
    switch (rule.key, rule.value) {
    case ("items", let schema): return try elements.allSatisfy { try accepts($0, schema) }
    case ("minItems", .integer(let bound)): return elements.count >= bound
    case ("uniqueItems", .bool(true)):
      return elements.indices.allSatisfy { index in
        !elements[..<index].contains { equal($0, elements[index]) }
      }
    default: throw UnknownKeyword(name: rule.key)
    }
  }

  private func objectAccepts(_ instance: JSONValue, _ rule: JSONMember, in schema: JSONValue) throws -> Bool {
    guard case .object(let members) = instance else { return true }
    switch (rule.key, rule.value) {
    case ("properties", _):
      return try members.allSatisfy { member in
        try rule.value[member.key].map { try accepts(member.value, $0) } ?? true
      }
    case ("required", .array(let names)):
      return names.allSatisfy { name in members.contains { .string($0.key) == name } }
    case ("additionalProperties", let additional):
      let named = schema["properties"]
      return try members.allSatisfy { try named?[$0.key] != nil || accepts($0.value, additional) }
    case ("propertyNames", let names): return try members.allSatisfy { try accepts(.string($0.key), names) }
    case ("minProperties", .integer(let bound)): return members.count >= bound
    default: throw UnknownKeyword(name: rule.key)
    }
  }
}
