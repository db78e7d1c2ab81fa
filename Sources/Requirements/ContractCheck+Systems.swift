package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let unknownSystem: DiagnosticID = "contract/unknown-system"
  package static let impossibleCompensation: DiagnosticID = "contract/impossible-compensation"
}

/// Systems that take part, and messages that take others back.
extension ContractCheck {
  func checkSystems(of messages: YAMLView, in contract: YAMLView, into bag: inout DiagnosticBag) {
    let known = contract["systems"]?.elements.compactMap { $0["name"]?.text } ?? []
    for node in messages.elements.compactMap({ $0["system"] }) {
      guard let name = node.text, !known.contains(name) else { continue }
      let nearest = nearestSpelling(to: name, among: known)
      report(
        .unknownSystem, "'systems' has no '\(name)'", node,
        fix: nearest.map { "write '\($0)'" } ?? "add '\(name)' with its 'base-url' to 'systems'", into: &bag)
    }
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
