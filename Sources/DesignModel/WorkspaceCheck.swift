package import CatalogModel
package import Diagnostics
import Requirements
import YAMLSyntax

extension DiagnosticID {
  package static let unknownBaseline: DiagnosticID = "workspace/unknown-limit"
  package static let noSuchDay: DiagnosticID = "workspace/no-such-day"
  package static let repeatedAcceptance: DiagnosticID = "workspace/repeated-acceptance"
}

/// Checks what the shape of a workspace file cannot say.
package enum WorkspaceCheck {
  package static func run(_ workspace: WorkspaceFile, _ catalog: Catalog, into bag: inout DiagnosticBag) {
    let root = workspace.document.root
    checkBaseline(root["org"]?["baseline"], catalog, into: &bag)
    for node in root["review"]?["accepted"].map({ Array($0.elements) }) ?? [] {
      guard let until = node["until"], let text = until.text, Day(text) == nil else { continue }
      bag.add(Diagnostic(.noSuchDay, "The calendar has no day '\(text)'", at: until.location))
    }
    checkRepetition(workspace.review.accepted, into: &bag)
  }

  private static func checkBaseline(_ node: YAMLNode?, _ catalog: Catalog, into bag: inout DiagnosticBag) {
    let shared = catalog.limits.filter { $0.isShared && !$0.demands.isEmpty && $0.kind == .count }.map(\.id)
    for entry in node.map({ Array($0.entries) }) ?? [] {
      guard let id = entry.key.text, !shared.contains(id) else { continue }
      let near = nearestSpelling(to: id, among: shared)
      let edits = near.map { [Diagnostic.Edit(entry.key.location, replacement: $0)] } ?? []
      bag.add(
        Diagnostic(
          .unknownBaseline, "The catalog has no limit '\(id)' that all integrations of an org draw on",
          at: entry.key.location, notes: ["The limits are " + shared.joined(separator: ", ")],
          fixes: near.map { [.init("did you mean '\($0)'?", edits: edits)] } ?? []))
    }
  }

  /// Of two acceptances of the same finding, one would be stale for good.
  private static func checkRepetition(_ accepted: [ReviewPolicy.Acceptance], into bag: inout DiagnosticBag) {
    var first: [[String?]: ReviewPolicy.Acceptance] = [:]
    for acceptance in accepted {
      let key = [acceptance.rule, acceptance.profile, acceptance.subject]
      guard let other = first.updateValue(acceptance, forKey: key) else { continue }
      bag.add(
        Diagnostic(
          .repeatedAcceptance, "Findings of '\(acceptance.rule)' are accepted twice",
          at: acceptance.location, secondary: [.init(other.location, "the other")]))
    }
  }
}
