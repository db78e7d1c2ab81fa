import Diagnostics
import YAMLSyntax

/// Examples, which specifications and tests take over as they are.
extension ContractCheck {
  /// Reports what an example leaves out or adds, and values that its fields could not have.
  func checkExamples(of message: YAMLView, into bag: inout DiagnosticBag) {
    guard let examples = message["examples"] else { return }
    for example in examples.elements {
      if let value = example["request"] { checkObject(value, message["fields"], what: "request", into: &bag) }
      if let value = example["response"] {
        checkObject(value, message["response"], what: "response", into: &bag)
      }
    }
  }

  private func checkObject(
    _ value: YAMLView, _ fields: YAMLView?, what: String, into bag: inout DiagnosticBag
  ) {
    guard value.kind == .mapping else { return }
    let fields = fields?.elements.map { (key: $0["external"], field: $0) } ?? []
    for entry in value.entries {
      guard let field = fields.first(where: { $0.key?.hasSameText(as: entry.key) == true })?.field else {
        let name = entry.key.text ?? ""
        let nearest = nearestSpelling(to: name, among: fields.compactMap(\.key?.text))
        report(
          .unfitValue, "the \(what) of this example has '\(name)', which is no field of the message",
          entry.key,
          fix: nearest.map { "write '\($0)'" } ?? "take it out, or describe the field", into: &bag)
        continue
      }
      checkValue(entry.value, of: field, into: &bag)
    }
    for (key, field) in fields {
      guard field["required"]?.textEquals("true") == true, field["default"] == nil, let key,
        let name = key.text, !value.entries.contains(where: { $0.key.hasSameText(as: key) })
      else { continue }
      report(
        .unfitValue, "the \(what) of this example has no '\(name)', which is required", value,
        fix: "add '\(name): …'", into: &bag)
    }
  }

  private func checkValue(_ value: YAMLView, of field: YAMLView, into bag: inout DiagnosticBag) {
    guard let type = field["type"].flatMap(Contract.FieldType.init),
      type != .enumeration || field["values"] != nil
    else { return }
    let word = type.rawValue
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
