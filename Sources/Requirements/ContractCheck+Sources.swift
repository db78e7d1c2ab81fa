package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let noSource: DiagnosticID = "contract/no-source"
}

/// Where the values come from.
extension ContractCheck {
  /// What is never absent has to come from somewhere; which side it comes from is what the exchange says.
  func checkSources(_ root: YAMLNode, _ messages: YAMLNode, into bag: inout DiagnosticBag) {
    switch root["exchange"]?["direction"]?.text {
    case "salesforce-to-external": checkRequired(messages, into: &bag)
    case "external-to-salesforce": checkKeys(messages, into: &bag)
    default: break
    }
  }

  /// A required field is filled from Salesforce, by its default, or by what an earlier answer brought.
  private func checkRequired(_ messages: YAMLNode, into bag: inout DiagnosticBag) {
    let answered = messages.elements.flatMap { $0["response"].map { Array($0.elements) } ?? [] }
    let brought = Set(answered.compactMap { $0["external"]?.text })
    for message in messages.elements { checkRequired(message["fields"], brought, into: &bag) }
  }

  private func checkRequired(_ fields: YAMLNode?, _ brought: Set<String>, into bag: inout DiagnosticBag) {
    for field in fields?.elements.map({ $0 }) ?? [] {
      // An object or a list that has a place in Salesforce brings its parts along.
      if field["salesforce"] == nil {
        for key in ["fields", "of"] where field[key]?.kind == .sequence {
          checkRequired(field[key], brought, into: &bag)
        }
      }
      guard field["required"]?.textEquals("true") == true, let name = field["external"]?.text,
        field["salesforce"] == nil, field["default"] == nil, field["fields"] == nil,
        field["of"]?.kind != .sequence, !brought.contains(name), let place = field["external"]
      else { continue }
      report(
        .noSource, "the required field '\(name)' has no source", place,
        fix: "add 'salesforce: …' or 'default: …', or leave 'required' out", into: &bag)
    }
  }

  /// A record that comes in is found by its external id, so that one of its fields has to bring it.
  private func checkKeys(_ messages: YAMLNode, into bag: inout DiagnosticBag) {
    for message in messages.elements {
      guard let place = message["external-id"], let key = place.text, let fields = message["fields"],
        let operation = message["operation"]?.text.flatMap(Contract.Operation.init), operation.hasBody,
        !fields.elements.contains(where: { $0["salesforce"]?.text == key })
      else { continue }
      report(
        .noSource, "no field of the message brings the external id '\(key)'", place,
        fix: "add the field whose 'salesforce' is '\(key)'", into: &bag)
    }
  }
}
