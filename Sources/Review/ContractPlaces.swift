import Diagnostics
import Requirements
import YAMLSyntax

/// Where the parts of a contract stand in a profile.
struct ContractPlaces {
  private let contract: YAMLNode?
  private let whole: SourceLocation?

  init(_ profile: Profile) {
    contract = profile.document?.root["contract"]
    whole = profile.contractPlace
  }

  /// A value of the contract, such as `endpoint`, `base-url`.
  func value(_ keys: String...) -> SourceLocation? {
    var node = contract
    for key in keys { node = node?[key] }
    return node?.location ?? whole
  }

  /// Where a further system answers.
  func address(ofSystem name: String) -> SourceLocation? {
    let system = contract?["systems"]?.elements.first { $0["name"]?.text == name }
    return system?["base-url"]?.location ?? whole
  }

  /// A message, or one value of it.
  func message(_ name: String, _ key: String = "name") -> SourceLocation? {
    let message = self.message(named: name)
    return (message?[key] ?? message?["name"])?.location ?? whole
  }

  /// A field by the names that lead to it, or one value of it.
  func field(_ path: [String], in part: String, of message: String, _ key: String) -> SourceLocation? {
    var fields = self.message(named: message)?[part]
    var found: YAMLNode?
    for name in path {
      found = fields?.elements.first { $0["external"]?.text == name }
      fields = found?["fields"] ?? found?["of"]
    }
    return (found?[key] ?? found?["external"])?.location ?? self.message(message)
  }

  private func message(named name: String) -> YAMLNode? {
    contract?["messages"]?.elements.first { $0["name"]?.text == name }
  }
}
