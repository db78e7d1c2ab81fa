package import Diagnostics
import DocumentSchema
import Requirements
import YAMLSyntax

extension CatalogReader {
  /// Reads a catalog with overlays, whatever is wrong with either.
  ///
  /// - Parameter isChecked: whether the catalog itself is known to be without errors.
  /// - Returns: the entries, and the files that they were read from.
  package static func readOverlaid(
    _ base: [CatalogFile], isChecked: Bool, _ overlays: [Overlay], digest: String,
    into bag: inout DiagnosticBag
  ) -> (catalog: Catalog, files: [CatalogFile]) {
    let broken = isChecked ? [] : checkShapes(of: base, into: &bag)
    var composer = OverlayComposer(base, overlays)
    composer.compose(into: &bag)
    let files = composer.files
    let catalog = read(files, digest: digest, into: &bag)
    check(
      files, catalog, without: broken.union(composer.broken), absent: composer.disabled,
      edits: composer.edits, into: &bag)
    let changed = catalog.changed(by: composer, into: &bag)
    return (changed, files)
  }
}

extension Catalog {
  /// The catalog with what overlays adjust and ban.
  fileprivate func changed(by composer: OverlayComposer, into bag: inout DiagnosticBag) -> Catalog {
    var (candidates, rules, limits) = (candidates, Array(rules), Array(limits))
    for change in composer.changes {
      switch change.action {
      case .add, .override, .disable: break
      case .ban: rules.append(Rule(banning: change))
      case .adjust:
        let adjuster = OverlayAdjuster(file: change, vocabulary: vocabulary)
        adjuster.checkContents(into: &bag)
        for index in rules.indices where change.folder == "rules" && rules[index].id == change.id {
          rules[index] = adjuster.adjust(rules[index], into: &bag)
        }
        for index in limits.indices where change.folder == "limits" && limits[index].id == change.id {
          limits[index] = adjuster.adjust(limits[index], into: &bag)
        }
        for index in candidates.indices
        where change.folder == candidates[index].kind.folder && candidates[index].id == change.id {
          candidates[index] = adjuster.adjust(candidates[index], into: &bag)
        }
      }
    }
    candidates.sort { ($0.kind.rawValue, $0.order, $0.id) < ($1.kind.rawValue, $1.order, $1.id) }
    Self.checkOrders(of: candidates, composer, into: &bag)
    return Catalog(
      id: id, title: title, version: version, digest: digest, vocabulary: vocabulary, sources: sources,
      roles: roles, candidates: candidates, practices: practices, antiPatterns: antiPatterns,
      rules: Entries(rules.sorted { $0.id < $1.id }), derivations: derivations, constraints: constraints,
      limits: Entries(limits), contradictions: contradictions, scenarios: scenarios, overlays: composer.record
    )
  }

  /// An adjusted order may be that of another.
  private static func checkOrders(
    of candidates: [Candidate], _ composer: OverlayComposer, into bag: inout DiagnosticBag
  ) {
    for change in composer.changes where change.action == .adjust {
      guard let order = change.root["order"], let own = candidates.first(where: { $0.id == change.id }),
        let other = candidates.first(where: {
          $0.kind == own.kind && $0.order == own.order && $0.id != own.id
        })
      else { continue }
      bag.add(
        Diagnostic(
          .duplicateOrder,
          "'\(own.id)' and '\(other.id)' have the order \(own.order), so a tie would have no answer",
          at: order.location))
    }
  }
}

extension Rule {
  /// What an overlay bans is out of the question, whatever the answers.
  fileprivate init(banning change: OverlayFile) {
    let reader = EntryReader(change.root)
    let id = change.id
    self.init(
      id: "banned-\(id)", title: "'\(id)' is banned here", when: Predicate(tests: []),
      effects: [.exclude([id])], because: reader.text("because"), citations: reader.citations(),
      examples: [], origin: change.change.origin)
  }
}
