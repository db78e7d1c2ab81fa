package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let unfitValue: DiagnosticID = "contract/unfit-value"
}

/// Values that a contract gives for its fields.
extension ContractCheck {
  /// Reports a default that the field could not have.
  func checkDefault(of field: YAMLView, into bag: inout DiagnosticBag) {
    guard let value = field["default"], let type = field["type"].flatMap(Contract.FieldType.init),
      !fits(value, type, of: field)
    else { return }
    report(
      .unfitValue, "this default is no value of a field of type '\(type.rawValue)'", value, into: &bag)
  }

  func fits(_ value: YAMLView, _ type: Contract.FieldType, of field: YAMLView) -> Bool {
    switch (type, value.coreValue) {
    case (.enumeration, .string(let word)):
      field["values"]?.elements.contains { $0.textEquals(word) } ?? false
    case (.integer, .integer), (.decimal, .integer), (.decimal, .decimal), (.boolean, .bool): true
    case (.string, .string), (.date, .string), (.datetime, .string), (.email, .string), (.url, .string),
      (.id, .string):
      true
    default: false
    }
  }
}
