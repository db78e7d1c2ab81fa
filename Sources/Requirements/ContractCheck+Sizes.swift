import Diagnostics
import YAMLSyntax

/// Lengths and digits that a field's type or values contradict.
extension ContractCheck {
  /// Reports a length of what is no text, and values that do not fit length or digits.
  func checkSizes(of field: YAMLView, into bag: inout DiagnosticBag) {
    guard let type = field["type"].flatMap(Contract.FieldType.init) else { return }
    checkLength(of: field, type, into: &bag)
    checkElements(of: field, type, into: &bag)
    if let value = field["default"] { checkSize(of: value, "default", in: field, type, into: &bag) }
  }

  /// Reports a value that is longer, or has more digits, than its field.
  func checkSize(
    of value: YAMLView, _ what: String, in field: YAMLView, _ type: Contract.FieldType,
    into bag: inout DiagnosticBag
  ) {
    guard let text = value.text else { return }
    if Self.hasLength(type), let length = length(of: field), text.unicodeScalars.count > length {
      report(
        .unfitValue, "this \(what) is longer than the \(length) characters of its field", value, into: &bag)
    }
    checkDigits(of: value, text, what, in: field, type, into: &bag)
  }

  private func checkLength(of field: YAMLView, _ type: Contract.FieldType, into bag: inout DiagnosticBag) {
    guard let node = field["max-length"], let length = length(of: field) else { return }
    if !Self.hasLength(type), type != .list {
      report(
        .impossibleField, "'max-length' belongs to a text, not to a field of type '\(type.rawValue)'", node,
        into: &bag)
    }
    if type == .id, length < 15 {
      report(.impossibleField, "a Salesforce id has at least 15 characters, not \(length)", node, into: &bag)
    }
    guard type == .enumeration, let values = field["values"] else { return }
    for value in values.elements {
      guard let text = value.text, text.unicodeScalars.count > length else { continue }
      report(
        .unfitValue, "this value is longer than the \(length) characters of its field", value, into: &bag)
    }
  }

  /// An element has no description of its own, and so no fields, elements or values.
  private func checkElements(of field: YAMLView, _ type: Contract.FieldType, into bag: inout DiagnosticBag) {
    guard type == .list, let node = field["of"], let word = node.text,
      ["enum", "list", "object"].contains(word)
    else { return }
    report(
      .incompleteField, "a list of '\(word)' does not say what its elements are", node,
      fix: word == "enum" ? "write 'of: string'" : "list the fields of an element under 'of'", into: &bag)
  }

  private func checkDigits(
    of value: YAMLView, _ text: String, _ what: String, in field: YAMLView, _ type: Contract.FieldType,
    into bag: inout DiagnosticBag
  ) {
    guard type == .decimal || type == .integer else { return }
    let parts = text.drop { $0 == "-" || $0 == "+" }.split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }) else { return }
    let whole = parts[0].drop { $0 == "0" }.count
    let places = parts.count > 1 ? parts[1].count : 0
    let scale = field["scale"]?.text.flatMap { Quantity.parseCount($0) }
    let precision = field["precision"]?.text.flatMap { Quantity.parseCount($0) }
    if let scale, places > scale {
      report(
        .unfitValue, "this \(what) has more than \(scale) digits behind the decimal point", value, into: &bag)
    } else if let precision, whole > precision - (scale ?? 0) {
      report(.unfitValue, "this \(what) has more digits than its field", value, into: &bag)
    }
  }

  private func length(of field: YAMLView) -> Int? {
    field["max-length"]?.text.flatMap { Quantity.parseCount($0) }
  }

  private static func hasLength(_ type: Contract.FieldType) -> Bool {
    switch type {
    case .string, .email, .url, .id, .enumeration: true
    case .integer, .decimal, .boolean, .date, .datetime, .object, .list: false
    }
  }
}
