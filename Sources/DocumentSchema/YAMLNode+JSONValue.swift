package import JSONSyntax
package import YAMLSyntax

extension YAMLNode {
  /// The node as JSON. Infinity and not-a-number, which JSON lacks, become texts.
  package var jsonValue: JSONValue { jsonValue(separatedIntegersAsText: false) }

  /// The node as a JSON Schema reader sees it, to which `20_000` is a text.
  var schemaValue: JSONValue { jsonValue(separatedIntegersAsText: true) }

  private func jsonValue(separatedIntegersAsText: Bool) -> JSONValue {
    switch kind {
    case .sequence:
      return .array(elements.map { $0.jsonValue(separatedIntegersAsText: separatedIntegersAsText) })
    case .mapping:
      return .object(
        entries.map {
          JSONMember(
            $0.key.text ?? "", $0.value.jsonValue(separatedIntegersAsText: separatedIntegersAsText))
        })
    case .scalar:
      if separatedIntegersAsText, isSeparatedInteger { return .string(text ?? "") }
      return coreValue.map(JSONValue.init) ?? .null
    }
  }
}

extension JSONValue {
  init(_ value: YAMLScalarValue) {
    switch value {
    case .null: self = .null
    case .bool(let truth): self = .bool(truth)
    case .integer(let number): self = .integer(number)
    case .decimal(let text): self = Self.number(spelt: text)
    case .string(let text): self = .string(text)
    }
  }

  /// A decimal of YAML in the spelling of JSON, which wants digits on both sides of the point and no
  /// leading zeros.
  private static func number(spelt text: String) -> JSONValue {
    let unsigned = text.drop { $0 == "+" || $0 == "-" }
    guard let first = unsigned.first, first.isASCII, first.isNumber || first == ".",
      !unsigned.hasPrefix("0x"), !unsigned.hasPrefix("0o"), Double(text) != nil
    else { return .string(text) }
    let mantissa = unsigned.prefix { $0 != "e" && $0 != "E" }
    let parts = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts.first.map { $0.drop { $0 == "0" } } ?? ""
    let fraction = parts.count > 1 ? "." + (parts[1].isEmpty ? "0" : parts[1]) : ""
    let sign = text.hasPrefix("-") ? "-" : ""
    return .decimal(sign + (whole.isEmpty ? "0" : whole) + fraction + unsigned.dropFirst(mantissa.count))
  }

  /// The value in a form in which all that JSON Schema takes for equal is equal.
  package var canonical: JSONValue {
    switch self {
    case .decimal(let text): Double(text).map(Self.canonical) ?? self
    case .array(let elements): .array(elements.map(\.canonical))
    case .object(let members):
      .object(members.map { JSONMember($0.key, $0.value.canonical) }.sorted { $0.key < $1.key })
    case .null, .bool, .integer, .string: self
    }
  }

  private static func canonical(_ number: Double) -> JSONValue {
    Int(exactly: number).map(JSONValue.integer) ?? .decimal("\(number)")
  }
}
