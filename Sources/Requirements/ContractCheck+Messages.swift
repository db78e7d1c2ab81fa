import Diagnostics
import YAMLSyntax

/// What messages must not do to each other.
extension ContractCheck {
  /// An API has one operation for a method and a path, whatever the parameters of the path are called.
  func checkCalls(_ messages: YAMLView, to word: String?, into bag: inout DiagnosticBag) {
    guard messages.elements.count > 1 else { return }
    var first: [String: YAMLView] = [:]
    for message in messages.elements {
      guard let node = message["path"], let path = node.text,
        let operation = message["operation"].flatMap(Contract.Operation.init)
      else { continue }
      let method = operation.method(over: word)
      let route = Contract.Message.withoutParameters(path)
      let key = "\(message["system"]?.text ?? "") \(method) \(route)"
      guard let other = first[key] else {
        first[key] = node
        continue
      }
      bag.add(
        Diagnostic(
          .repeatedCall, "two messages are sent with '\(method) \(path)'", at: node.location,
          secondary: [.init(other.location, "the first")],
          notes: ["an API has one operation for a method and a path"]))
    }
  }

  /// Operations and types are named after messages, where hyphens are lost and case is no difference.
  func checkSpellings(_ messages: YAMLView, into bag: inout DiagnosticBag) {
    guard messages.elements.count > 1 else { return }
    var first: [String: (name: String, node: YAMLView)] = [:]
    for node in messages.elements.compactMap({ $0["name"] }) {
      guard let name = node.text else { continue }
      let key = String(name.filter { $0 != "-" })
      guard let other = first[key] else {
        first[key] = (name, node)
        continue
      }
      guard other.name != name else { continue }
      bag.add(
        Diagnostic(
          .repeatedName, "the messages '\(name)' and '\(other.name)' differ only in their hyphens",
          at: node.location, secondary: [.init(other.node.location, "the first")],
          notes: ["what is generated for them would have the same names"]))
    }
  }

  /// The event has one field for all fields of a name, and that has one type.
  func checkTypes(_ messages: YAMLView, into bag: inout DiagnosticBag) {
    var first: [String: YAMLView] = [:]
    for field in messages.elements.flatMap({ Self.items($0["fields"]) }) {
      guard let name = field["external"]?.text, let type = field["type"], let word = type.text else {
        continue
      }
      guard let other = first[name] else {
        first[name] = type
        continue
      }
      guard let otherWord = other.text, otherWord != word else { continue }
      bag.add(
        Diagnostic(
          .disputedType, "the event carries '\(name)' once, and its types are '\(otherWord)' and '\(word)'",
          at: type.location, secondary: [.init(other.location, "the first")],
          fixes: [.init("state one type, or give one of the fields another name")]))
    }
  }
}
