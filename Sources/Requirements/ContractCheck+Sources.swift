package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let noSource: DiagnosticID = "contract/no-source"
}

/// Where the values come from.
extension ContractCheck {
  /// What is never absent has to come from somewhere; which side it comes from is what the exchange says.
  func checkSources(_ root: YAMLView, _ messages: YAMLView, into bag: inout DiagnosticBag) {
    guard let direction = root["exchange"]?["direction"] else { return }
    if direction.textEquals("salesforce-to-external") { checkRequired(messages, into: &bag) }
    if direction.textEquals("external-to-salesforce") { checkKeys(messages, into: &bag) }
  }

  /// A required field is filled from Salesforce, by its default, or by what an earlier answer brought.
  private func checkRequired(_ messages: YAMLView, into bag: inout DiagnosticBag) {
    let names = messages.elements.flatMap { unfilled($0["fields"]) }
    guard !names.isEmpty else { return }
    let answered = messages.elements.flatMap { Self.items($0["response"]) }
    let brought = Set(answered.compactMap { $0["external"]?.text })
    for place in names {
      guard let name = place.text, !brought.contains(name) else { continue }
      report(
        .noSource, "the required field '\(name)' has no source", place,
        fix: "add 'salesforce: …' or 'default: …', or leave 'required' out", into: &bag)
    }
  }

  /// The names of the required fields that neither Salesforce nor a default fills.
  private func unfilled(_ fields: YAMLView?) -> [YAMLView] {
    guard let fields else { return [] }
    var names: [YAMLView] = []
    // An object or a list that has a place in Salesforce brings its parts along.
    for field in fields.elements where field["salesforce"] == nil {
      let (parts, elements) = (field["fields"], field["of"])
      if parts?.kind == .sequence { names += unfilled(parts) }
      if elements?.kind == .sequence { names += unfilled(elements) }
      guard field["required"]?.textEquals("true") == true, let name = field["external"],
        field["default"] == nil, parts == nil, elements?.kind != .sequence
      else { continue }
      names.append(name)
    }
    return names
  }

  /// A record that comes in is found by its external id, so that one of its fields has to bring it.
  private func checkKeys(_ messages: YAMLView, into bag: inout DiagnosticBag) {
    for message in messages.elements {
      guard let place = message["external-id"], let key = place.text, let fields = message["fields"],
        let operation = message["operation"].flatMap(Contract.Operation.init), operation.hasBody,
        !fields.elements.contains(where: { $0["salesforce"]?.hasSameText(as: place) == true })
      else { continue }
      report(
        .noSource, "no field of the message brings the external id '\(key)'", place,
        fix: "add the field whose 'salesforce' is '\(key)'", into: &bag)
    }
  }
}
