package import Diagnostics
import YAMLSyntax

extension DiagnosticID {
  package static let missingOverlayFile: DiagnosticID = "overlay/missing-file"
  package static let impossibleChange: DiagnosticID = "overlay/impossible-change"
  package static let unknownEntry: DiagnosticID = "overlay/unknown-entry"
  package static let existingEntry: DiagnosticID = "overlay/existing-entry"
  package static let staleOverlay: DiagnosticID = "overlay/stale"
  package static let renamedEntry: DiagnosticID = "overlay/renamed-entry"
}

extension OverlayComposer {
  /// Whether the entry that a file changes is there, and is what the file was written against.
  func checkTarget(of change: OverlayFile, into bag: inout DiagnosticBag) {
    guard let target = change.target, let id = target.text else { return }
    if id != change.file.stem, change.action != .add {
      let message = "The change of '\(id)' stands in a file named '\(change.file.stem).yaml'"
      bag.add(Diagnostic(.misnamedEntry, message, at: target.location))
    }
    let entry = base[change.path]
    guard change.action != .add else {
      if let entry { report(existing: entry, change, target, into: &bag) }
      return
    }
    guard let entry else { return report(unknown: id, target, change, into: &bag) }
    if change.action == .override, let own = change.root["id"], !own.textEquals(id) {
      bag.add(
        Diagnostic(
          .renamedEntry, "What replaces '\(id)' must keep its id", at: own.location,
          secondary: [.init(target.location, "replaced here")],
          fixes: [.init("write \(id)", edits: [.init(own.location, replacement: id)])]))
    }
    checkDigest(change.root["against"], of: entry, id, change, into: &bag)
  }

  private func checkDigest(
    _ against: YAMLNode?, of entry: CatalogFile, _ id: String, _ change: OverlayFile,
    into bag: inout DiagnosticBag
  ) {
    let shown = EntryDigest.shown(of: entry.tree.root)
    guard let against else {
      return bag.add(
        Diagnostic(
          .missingDigest, "The change of '\(id)' does not say what it was written against",
          at: change.target?.location, fixes: [.init("add 'against: \(shown)'")]))
    }
    guard let stated = against.text, stated.hasPrefix("sha256:") else { return }
    guard !EntryDigest.holds(stated, for: entry.tree.root) else { return }
    bag.add(
      Diagnostic(
        .staleOverlay, "'\(id)' is no longer what this change was written against", severity: .warning,
        at: against.location,
        notes: ["Compare it with 'bascule catalog show \(id)', then write down the new digest"],
        fixes: [.init("write \(shown)", edits: [.init(against.location, replacement: shown)])]))
  }

  // MARK: Findings

  private func report(
    existing entry: CatalogFile, _ change: OverlayFile, _ id: YAMLNode, into bag: inout DiagnosticBag
  ) {
    let shown = EntryDigest.shown(of: entry.tree.root)
    bag.add(
      Diagnostic(
        .existingEntry, "The catalog has '\(change.id)' already", at: id.location,
        fixes: [.init("to replace it, add 'overrides: \(change.id)' and 'against: \(shown)'")]))
  }

  private func report(
    unknown id: String, _ node: YAMLNode, _ change: OverlayFile, into bag: inout DiagnosticBag
  ) {
    let known = base.values.filter { $0.folder == change.folder }.map(\.stem).sorted()
    let near = nearestSpelling(to: id, among: known)
    bag.add(
      Diagnostic(
        .unknownEntry, "The catalog has no '\(id)' among its \(change.folder)", at: node.location,
        fixes: near.map { [.init("did you mean '\($0)'?", edits: [.init(node.location, replacement: $0)])] }
          ?? []))
  }

  func report(impossible change: OverlayFile, into bag: inout DiagnosticBag) {
    let isCandidate = OverlayShape.banned.contains(change.folder)
    let advice: [DiagnosticFix]
    switch change.action {
    case .disable: advice = isCandidate ? [.init("write 'bans: \(change.id)'")] : []
    case .ban:
      advice = OverlayShape.disabled.contains(change.folder) ? [.init("write 'disables: \(change.id)'")] : []
    case .adjust: advice = [.init("write the whole entry, with 'overrides: \(change.id)'")]
    case .add, .override: advice = []
    }
    bag.add(
      Diagnostic(
        .impossibleChange, "Entries of \(change.folder) cannot be \(change.action.change.rawValue)",
        at: change.target?.location, fixes: advice))
  }

  private typealias DiagnosticFix = Diagnostic.Fix
}
