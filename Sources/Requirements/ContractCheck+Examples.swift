import Diagnostics
import YAMLSyntax

/// Examples, which specifications and tests take over as they are.
extension ContractCheck {
  /// Reports what an example leaves out or adds, and values that its fields could not have.
  func checkExamples(of message: YAMLNode, into bag: inout DiagnosticBag) {
    for example in message["examples"]?.elements.map({ $0 }) ?? [] {
      for (key, fields) in [("request", "fields"), ("response", "response")] {
        guard let value = example[key] else { continue }
        checkObject(value, message[fields], what: key, into: &bag)
      }
    }
  }

  private func checkObject(
    _ value: YAMLNode, _ fields: YAMLNode?, what: String, into bag: inout DiagnosticBag
  ) {
    guard value.kind == .mapping else { return }
    let fields = fields?.elements.map { $0 } ?? []
    let names = fields.compactMap { $0["external"]?.text }
    for entry in value.entries {
      guard let name = entry.key.text else { continue }
      guard let field = fields.first(where: { $0["external"]?.text == name }) else {
        let nearest = nearestSpelling(to: name, among: names)
        report(
          .unfitValue, "the \(what) of this example has '\(name)', which is no field of the message",
          entry.key,
          fix: nearest.map { "write '\($0)'" } ?? "take it out, or describe the field", into: &bag)
        continue
      }
      checkValue(entry.value, of: field, into: &bag)
    }
    for field in fields where field["required"]?.textEquals("true") == true && field["default"] == nil {
      guard let name = field["external"]?.text, value[name] == nil else { continue }
      report(
        .unfitValue, "the \(what) of this example has no '\(name)', which is required", value,
        fix: "add '\(name): …'", into: &bag)
    }
  }

  private func checkValue(_ value: YAMLNode, of field: YAMLNode, into bag: inout DiagnosticBag) {
    guard let word = field["type"]?.text, let type = Contract.FieldType(rawValue: word),
      type != .enumeration || field["values"] != nil
    else { return }
    switch (type, value.kind) {
    case (.object, .mapping): checkObject(value, field["fields"], what: "object", into: &bag)
    case (.list, .sequence):
      guard let of = field["of"], of.kind == .sequence else { return }
      for element in value.elements { checkObject(element, of, what: "element", into: &bag) }
    case (.object, _), (.list, _), (_, .mapping), (_, .sequence):
      report(.unfitValue, "this example is no value of a field of type '\(word)'", value, into: &bag)
    case (_, .scalar):
      if value.coreValue == .null, field["required"]?.textEquals("true") != true { return }
      if !fits(value, type, of: field) {
        report(.unfitValue, "this example is no value of a field of type '\(word)'", value, into: &bag)
      } else {
        checkSize(of: value, "example", in: field, type, into: &bag)
      }
    }
  }
}
