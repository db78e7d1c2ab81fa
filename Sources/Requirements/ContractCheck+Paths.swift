package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let impossiblePath: DiagnosticID = "contract/impossible-path"
}

/// Paths whose braces name the fields that fill them.
extension ContractCheck {
  /// Reports braces that do not match, and names that no required single value can fill.
  func checkPath(of message: YAMLView, into bag: inout DiagnosticBag) {
    guard let node = message["path"], Self.mayBeFaulty(path: node), let path = node.text else { return }
    guard let names = Self.parameters(of: path) else {
      report(
        .impossiblePath, "the braces of the path '\(path)' do not enclose names", node,
        fix: "write a field's name in each pair of braces, as in '/orders/{orderId}'", into: &bag)
      return
    }
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      report(.impossiblePath, "the path names '\(name)' twice", node, into: &bag)
    }
    if path.count > 1, path.hasSuffix("/") {
      report(
        .impossiblePath, "the path '\(path)' ends in a slash", node, fix: "write '\(path.dropLast())'",
        into: &bag)
    }
    for name in Set(names).sorted() { checkParameter(name, at: node, of: message, into: &bag) }
  }

  /// What is asked for or deleted has parameters only, and those are single values.
  func checkParameters(of message: YAMLView, into bag: inout DiagnosticBag) {
    guard let operation = message["operation"].flatMap(Contract.Operation.init), !operation.hasBody,
      message["path"] != nil
    else { return }
    for field in Self.items(message["fields"]) {
      guard let type = field["type"], let word = type.text, word == "object" || word == "list" else {
        continue
      }
      report(
        .impossibleField, "a field of type '\(word)' cannot be a parameter of \(operation.method(over: nil))",
        type,
        fix: "give its parts as fields of their own, or choose an operation whose request has a body",
        into: &bag)
    }
  }

  /// Most paths have no braces and end in a name: there is nothing to say of them.
  private static func mayBeFaulty(path: YAMLView) -> Bool {
    path.withText { text in
      text.last == UInt8(ascii: "/") || text.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
    } == true
  }

  private func checkParameter(
    _ name: String, at path: YAMLView, of message: YAMLView, into bag: inout DiagnosticBag
  ) {
    let field = message["fields"]?.elements.first { $0["external"]?.textEquals(name) == true }
    guard let field, let type = field["type"], let word = type.text else { return }
    if word == "object" || word == "list" {
      bag.add(
        Diagnostic(
          .impossiblePath, "a field of type '\(word)' cannot stand in a path", at: type.location,
          secondary: [.init(path.location, "the path names '\(name)'")]))
    } else if field["required"]?.textEquals("true") != true {
      bag.add(
        Diagnostic(
          .impossiblePath, "the field '\(name)' stands in the path and is not required",
          at: field["external"]?.location ?? type.location,
          secondary: [.init(path.location, "the path names it")],
          fixes: [.init("add 'required: true'")]))
    }
  }

  /// The names in braces, in order; `nil` where the braces do not match or enclose nothing.
  private static func parameters(of path: String) -> [String]? {
    var names: [String] = []
    var name: String?
    for character in path {
      switch (character, name) {
      case ("{", nil): name = ""
      case ("}", let open?) where !open.isEmpty:
        names.append(open)
        name = nil
      case ("{", _), ("}", _), ("/", _?): return nil
      case (_, let open?): name = open + String(character)
      case (_, nil): break
      }
    }
    return name == nil ? names : nil
  }
}
