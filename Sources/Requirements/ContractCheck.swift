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
    profile.document?.root.withView { ContractCheck().run($0, into: &bag) }
  }

  private func run(_ profile: YAMLView, into bag: inout DiagnosticBag) {
    guard let contract = profile["contract"] else { return }
    checkAddresses(of: contract, into: &bag)
    if let systems = contract["systems"] { checkUnique(systems, by: "name", what: "system", into: &bag) }
    guard let messages = contract["messages"] else { return }
    checkLengths(of: contract, into: &bag)
    checkUnique(messages, by: "name", what: "message", into: &bag)
    checkSpellings(messages, into: &bag)
    for message in messages.elements {
      checkPath(of: message, into: &bag)
      checkParameters(of: message, into: &bag)
      checkExamples(of: message, into: &bag)
      if let fields = message["fields"] { checkFields(fields, into: &bag) }
      if let fields = message["response"] { checkFields(fields, into: &bag) }
    }
    checkCalls(messages, to: profile["remote"]?["protocol"]?.text, into: &bag)
    checkSystems(of: messages, in: contract, into: &bag)
    checkSources(profile, messages, into: &bag)
    checkCompensations(messages, into: &bag)
    if contract["event"] != nil { checkTypes(messages, into: &bag) }
  }

  private func checkFields(_ fields: YAMLView, into bag: inout DiagnosticBag) {
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
  private func checkParts(of field: YAMLView, into bag: inout DiagnosticBag) {
    guard let type = field["type"], type.kind == .scalar else { return }
    checkPart("values", of: field, "enum", type, into: &bag)
    checkPart("of", of: field, "list", type, into: &bag)
    checkPart("fields", of: field, "object", type, into: &bag)
    guard !type.textEquals("decimal"), !type.textEquals("integer") else { return }
    checkNoDigits("precision", of: field, type, into: &bag)
    checkNoDigits("scale", of: field, type, into: &bag)
  }

  private func checkPart(
    _ key: StaticString, of field: YAMLView, _ owner: StaticString, _ type: YAMLView,
    into bag: inout DiagnosticBag
  ) {
    let (part, isOwner) = (field[key], type.textEquals(owner))
    if isOwner, part == nil {
      report(
        .incompleteField, "a field of type '\(owner)' needs '\(key)'", type, fix: "add '\(key): …'",
        into: &bag)
    } else if !isOwner, let part {
      report(
        .impossibleField, "'\(key)' belongs to a field of type '\(owner)', not '\(type.text ?? "")'", part,
        into: &bag)
    }
  }

  private func checkNoDigits(
    _ key: StaticString, of field: YAMLView, _ type: YAMLView, into bag: inout DiagnosticBag
  ) {
    guard let part = field[key] else { return }
    report(
      .impossibleField, "'\(key)' belongs to a number, not to a field of type '\(type.text ?? "")'", part,
      into: &bag)
  }

  private func checkNumbers(of field: YAMLView, into bag: inout DiagnosticBag) {
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

  func checkUnique(
    _ list: YAMLView, by key: StaticString, what: String, into bag: inout DiagnosticBag
  ) {
    var names = FirstPlaces()
    for element in list.elements {
      guard let node = element[key], let other = names.place(before: node) else { continue }
      bag.add(
        Diagnostic(
          .repeatedName, "two \(what)s have the name '\(node.text ?? "")'", at: node.location,
          secondary: [.init(other.location, "the first")]))
    }
  }

  /// The elements of a list that may be absent.
  static func items(_ list: YAMLView?) -> [YAMLView] { list?.elements.map { $0 } ?? [] }

  func report(
    _ id: DiagnosticID, _ message: String, _ node: YAMLView, fix: String? = nil, into bag: inout DiagnosticBag
  ) {
    bag.add(Diagnostic(id, message, at: node.location, fixes: fix.map { [.init($0)] } ?? []))
  }
}
