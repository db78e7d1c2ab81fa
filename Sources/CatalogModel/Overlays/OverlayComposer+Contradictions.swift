package import Diagnostics
import DocumentSchema
import JSONSyntax
import YAMLSyntax

extension DiagnosticID {
  package static let contradictoryOverlays: DiagnosticID = "overlay/contradiction"
}

extension OverlayComposer {
  /// Overlays have no order, so two that say different things about one entry leave it open which holds.
  func checkContradictions(into bag: inout DiagnosticBag) {
    let groups = Dictionary(grouping: changes, by: \.path).sorted { $0.key < $1.key }
    for (_, group) in groups {
      for (number, change) in group.enumerated().dropFirst() {
        guard let other = group[..<number].first(where: { !agrees($0, change) }) else { continue }
        let message =
          "'\(change.id)' is \(change.action.change.rawValue) here and \(other.action.change.rawValue) elsewhere"
        report(
          change.action == other.action
            ? "'\(change.id)' is \(change.action.change.rawValue) in two ways" : message,
          change.target ?? change.root, other.target ?? other.root, into: &bag)
      }
    }
    checkBans(into: &bag)
  }

  private func agrees(_ one: OverlayFile, _ other: OverlayFile) -> Bool {
    guard one.action == other.action else { return false }
    switch one.action {
    case .disable, .ban: return true
    case .adjust: return Self.agrees(one.root, other.root)
    case .add, .override: return one.root.jsonValue.canonical == other.root.jsonValue.canonical
    }
  }

  /// Whether two mappings give the same values where both give any.
  private static func agrees(_ one: YAMLNode, _ other: YAMLNode, isTop: Bool = true) -> Bool {
    one.entries.allSatisfy { entry in
      guard let key = entry.key.text, let value = other[key] else { return true }
      if isTop, ["because", "source", "against"].contains(key) { return true }
      if entry.value.kind == .mapping, value.kind == .mapping {
        return agrees(entry.value, value, isTop: false)
      }
      return entry.value.jsonValue.canonical == value.jsonValue.canonical
    }
  }

  /// What one file bans, no rule of an overlay may ask for.
  private func checkBans(into bag: inout DiagnosticBag) {
    for ban in changes where ban.action == .ban {
      for rule in changes where rule.folder == "rules" && [.add, .override].contains(rule.action) {
        for effect in rule.root["then"].map({ Array($0.elements) }) ?? [] {
          for asked in [effect["require"], effect["prefer"]].compactMap({ $0 }).flatMap(Self.items)
          where asked.textEquals(ban.id) {
            report(
              "'\(ban.id)' is asked for here and banned elsewhere", asked, ban.target ?? ban.root, into: &bag)
          }
        }
      }
    }
  }

  private static func items(_ node: YAMLNode) -> [YAMLNode] {
    node.kind == .sequence ? Array(node.elements) : [node]
  }

  private func report(_ message: String, _ node: YAMLNode, _ other: YAMLNode, into bag: inout DiagnosticBag) {
    bag.add(
      Diagnostic(
        .contradictoryOverlays, message, at: node.location, secondary: [.init(other.location, "the other")]))
  }
}
