package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let longName: DiagnosticID = "contract/long-name"
}

/// Names that Salesforce would not take because of their length, which a pattern does not say.
extension ContractCheck {
  /// Reports objects and fields whose own part of the name is longer than Salesforce allows.
  func checkLengths(of contract: YAMLView, into bag: inout DiagnosticBag) {
    guard let messages = contract["messages"] else { return }
    for message in messages.elements {
      if let name = message["salesforce-object"] { checkLength(of: name, into: &bag) }
      if let name = message["external-id"] { checkLength(of: name, into: &bag) }
      if let fields = message["fields"] { checkFieldLengths(fields, into: &bag) }
      if let fields = message["response"] { checkFieldLengths(fields, into: &bag) }
    }
  }

  private func checkFieldLengths(_ fields: YAMLView, into bag: inout DiagnosticBag) {
    for field in fields.elements {
      if let name = field["salesforce"] { checkLength(of: name, into: &bag) }
      if let inner = field["fields"], inner.kind == .sequence { checkFieldLengths(inner, into: &bag) }
      if let inner = field["of"], inner.kind == .sequence { checkFieldLengths(inner, into: &bag) }
    }
  }

  private func checkLength(of node: YAMLView, into bag: inout DiagnosticBag) {
    let most = 40
    guard node.withText({ $0.count > most }) == true else { return }
    let names = (node.text ?? "").split(separator: ".").map(Self.ownPart)
    guard let long = names.first(where: { $0.utf8.count > most }) else { return }
    report(
      .longName, "'\(long)' has \(long.utf8.count) characters, and Salesforce takes \(most) of them", node,
      into: &bag)
  }

  /// A name without the namespace before it and the kind of thing behind it.
  private static func ownPart(of name: Substring) -> String {
    var parts: [String] = [""]
    for character in name {
      if character == "_", parts[parts.count - 1].hasSuffix("_") {
        parts[parts.count - 1].removeLast()
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    if parts.count > 1 { parts.removeLast() }
    return parts[parts.count - 1]
  }
}
