package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let incompleteField: DiagnosticID = "contract/incomplete-field"
  package static let impossibleField: DiagnosticID = "contract/impossible-field"
  package static let repeatedCall: DiagnosticID = "contract/repeated-call"
  package static let disputedType: DiagnosticID = "contract/disputed-type"
  package static let repeatedName: DiagnosticID = "contract/repeated-name"
}

/// Checks what the shape of a contract cannot say: that its parts fit each other.
package struct ContractCheck {
  /// Reports everything in a contract that contradicts itself or lacks what its type needs.
  package static func run(_ profile: Profile, into bag: inout DiagnosticBag) {
    guard let contract = profile.document?.root["contract"], let messages = contract["messages"] else {
      return
    }
    let check = ContractCheck()
    check.checkLengths(of: contract, into: &bag)
    check.checkPorts(of: contract, into: &bag)
    check.checkUnique(messages, by: "name", what: "message", into: &bag)
    check.checkSpellings(messages, into: &bag)
    for message in messages.elements {
      check.checkPath(of: message, into: &bag)
      check.checkParameters(of: message, into: &bag)
      check.checkExamples(of: message, into: &bag)
      for key in ["fields", "response"] {
        if let fields = message[key] { check.checkFields(fields, into: &bag) }
      }
    }
    check.checkCalls(messages, into: &bag)
    check.checkSystems(contract, into: &bag)
    if let root = profile.document?.root { check.checkSources(root, messages, into: &bag) }
    check.checkCompensations(messages, into: &bag)
    if contract["event"] != nil { check.checkTypes(messages, into: &bag) }
  }

  private func checkFields(_ fields: YAMLNode, into bag: inout DiagnosticBag) {
    checkUnique(fields, by: "external", what: "field", into: &bag)
    for field in fields.elements {
      checkParts(of: field, into: &bag)
      checkNumbers(of: field, into: &bag)
      checkDefault(of: field, into: &bag)
      checkSizes(of: field, into: &bag)
      if let nested = field["fields"] { checkFields(nested, into: &bag) }
      if let nested = field["of"], nested.kind == .sequence { checkFields(nested, into: &bag) }
    }
  }

  /// What a field of each type has to say, and may only say.
  private func checkParts(of field: YAMLNode, into bag: inout DiagnosticBag) {
    guard let type = field["type"], let word = type.text else { return }
    for (owner, key) in [("enum", "values"), ("list", "of"), ("object", "fields")] {
      if word == owner, field[key] == nil {
        report(
          .incompleteField, "a field of type '\(owner)' needs '\(key)'", type, fix: "add '\(key): …'",
          into: &bag)
      } else if word != owner, let part = field[key] {
        report(
          .impossibleField, "'\(key)' belongs to a field of type '\(owner)', not '\(word)'", part, into: &bag)
      }
    }
    for key in ["precision", "scale"] where word != "decimal" && word != "integer" {
      guard let part = field[key] else { continue }
      report(
        .impossibleField, "'\(key)' belongs to a number, not to a field of type '\(word)'", part, into: &bag)
    }
  }

  private func checkNumbers(of field: YAMLNode, into bag: inout DiagnosticBag) {
    guard let scale = field["scale"], let digits = scale.text.flatMap({ Quantity.parseCount($0) }) else {
      return
    }
    if let whole = field["precision"]?.text.flatMap({ Quantity.parseCount($0) }), digits > whole {
      report(.impossibleField, "the scale \(digits) is larger than the precision \(whole)", scale, into: &bag)
    }
    if digits > 0, field["type"]?.textEquals("integer") == true {
      report(.impossibleField, "an integer has no digits behind the decimal point", scale, into: &bag)
    }
  }

  func checkUnique(_ list: YAMLNode, by key: String, what: String, into bag: inout DiagnosticBag) {
    var first: [String: YAMLNode] = [:]
    for element in list.elements {
      guard let node = element[key], let name = node.text else { continue }
      guard let other = first[name] else {
        first[name] = node
        continue
      }
      bag.add(
        Diagnostic(
          .repeatedName, "two \(what)s have the name '\(name)'", at: node.location,
          secondary: [.init(other.location, "the first")]))
    }
  }

  func report(
    _ id: DiagnosticID, _ message: String, _ node: YAMLNode, fix: String? = nil, into bag: inout DiagnosticBag
  ) {
    bag.add(Diagnostic(id, message, at: node.location, fixes: fix.map { [.init($0)] } ?? []))
  }
}
