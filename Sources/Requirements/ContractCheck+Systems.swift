package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let unknownSystem: DiagnosticID = "contract/unknown-system"
  package static let impossibleCompensation: DiagnosticID = "contract/impossible-compensation"
}

/// Systems that take part, and messages that take others back.
extension ContractCheck {
  func checkSystems(_ contract: YAMLView, into bag: inout DiagnosticBag) {
    if let systems = contract["systems"] { checkUnique(systems, by: "name", what: "system", into: &bag) }
    let known = contract["systems"]?.elements.compactMap { $0["name"]?.text } ?? []
    for node in contract["messages"]?.elements.compactMap({ $0["system"] }) ?? [] {
      guard let name = node.text, !known.contains(name) else { continue }
      let nearest = nearestSpelling(to: name, among: known)
      report(
        .unknownSystem, "'systems' has no '\(name)'", node,
        fix: nearest.map { "write '\($0)'" } ?? "add '\(name)' with its 'base-url' to 'systems'", into: &bag)
    }
  }

  /// A port has sixteen bits.
  func checkPorts(of contract: YAMLView, into bag: inout DiagnosticBag) {
    let parts = [contract["endpoint"]].compactMap { $0 } + Self.items(contract["systems"])
    for node in parts.compactMap({ $0["base-url"] }) where Self.mayHavePort(node) {
      guard let text = node.text, let authority = text.split(separator: "/").dropFirst().first,
        let port = authority.split(separator: ":").dropFirst().first.flatMap({ Int($0) }),
        !(1...65_535).contains(port)
      else { continue }
      report(.unfitValue, "there is no port \(port)", node, fix: "write a port from 1 to 65535", into: &bag)
    }
  }

  /// Most addresses have one colon, that of the scheme.
  private static func mayHavePort(_ address: YAMLView) -> Bool {
    address.withText { $0.count { $0 == UInt8(ascii: ":") } > 1 } == true
  }

  /// What takes back is no step of its own, and each step is taken back by one message at most.
  func checkCompensations(_ messages: YAMLView, into bag: inout DiagnosticBag) {
    guard messages.elements.contains(where: { $0["undoes"] != nil }) else { return }
    let names = messages.elements.compactMap { $0["name"]?.text }
    let undoing = Set(messages.elements.filter { $0["undoes"] != nil }.compactMap { $0["name"]?.text })
    var first: [String: YAMLView] = [:]
    for node in messages.elements.compactMap({ $0["undoes"] }) {
      guard let name = node.text else { continue }
      if !names.contains(name) {
        let nearest = nearestSpelling(to: name, among: names)
        report(
          .impossibleCompensation, "there is no message '\(name)' to take back", node,
          fix: nearest.map { "write '\($0)'" }, into: &bag)
      } else if undoing.contains(name) {
        report(
          .impossibleCompensation, "'\(name)' takes a message back itself, and is not taken back", node,
          into: &bag)
      } else if let other = first[name] {
        bag.add(
          Diagnostic(
            .impossibleCompensation, "two messages take '\(name)' back", at: node.location,
            secondary: [.init(other.location, "the first")]))
      } else {
        first[name] = node
      }
    }
  }
}
