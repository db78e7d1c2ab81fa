package import CatalogModel
import JSONSyntax
package import Reporting

/// What a catalog holds, by kind, with what overlays changed.
package enum CatalogListing {
  /// - Parameter kind: the only kind that is listed; `nil` for all.
  package static func make(_ catalog: Catalog, kind: EntryKind?) -> Report {
    let kinds = kind.map { [$0] } ?? EntryKind.allCases
    var blocks: [Block] = [.heading(level: 1, "\(catalog.title) \(catalog.version)")]
    var members: [JSONMember] = []
    let entries = Dictionary(grouping: catalog.entries, by: \.kind)
    for kind in kinds {
      let own = entries[kind] ?? []
      blocks.append(.heading(level: 2, "\(own.count) \(own.count == 1 ? kind.rawValue : kind.plural)"))
      if !own.isEmpty { blocks.append(table(of: own, catalog)) }
      let values = own.map { JSONValue.object(describe($0, catalog)) }
      members.append(JSONMember(kind.plural, .array(values)))
    }
    let disabled = disabled(in: catalog, of: kinds)
    if !disabled.isEmpty {
      let items = disabled.map { change in
        Block.Item(RichText(change.id, .code) + " of \(change.folder), " + (OverlayText.line([change]) ?? ""))
      }
      blocks += [.heading(level: 2, "\(disabled.count) disabled"), .list(items)]
    }
    if catalog.overlays != nil { members.append(JSONMember("disabled", .array(disabled.map(describe)))) }
    return Report(blocks: blocks, payload: .object([JSONMember("schema", "catalog-list/1")] + members))
  }

  /// With a column for overlays where one of the entries was changed.
  private static func table(of entries: [CatalogEntry], _ catalog: Catalog) -> Block {
    let lines = entries.map { OverlayText.line(catalog.changes(of: $0)) }
    let hasChanges = lines.contains { $0 != nil }
    let columns = ["Id", "Title"].map { Block.Column($0) } + (hasChanges ? [Block.Column("Overlay")] : [])
    let rows = zip(entries, lines).map { entry, line in
      [RichText(entry.id, .code), RichText(entry.title)] + (hasChanges ? [line ?? ""] : [])
    }
    return .table(Block.Table(columns: columns, rows: rows))
  }

  private static func describe(_ entry: CatalogEntry, _ catalog: Catalog) -> [JSONMember] {
    let members = [
      JSONMember("id", .string(entry.id)), JSONMember("title", .string(entry.title)),
      JSONMember("file", .string(entry.origin?.file ?? entry.kind.path(of: entry.id))),
    ]
    let changes = catalog.changes(of: entry)
    return changes.isEmpty
      ? members : members + [JSONMember("overlays", .array(changes.map(OverlayText.value)))]
  }

  // MARK: What is left out

  private static func disabled(in catalog: Catalog, of kinds: [EntryKind]) -> [OverlayChange] {
    let folders = Set(kinds.map(\.plural))
    return catalog.overlays?.changes.filter { $0.kind == .disabled && folders.contains($0.folder) } ?? []
  }

  private static func describe(_ change: OverlayChange) -> JSONValue {
    OverlayText.value(change).adding("id", .string(change.id)).adding("kind", .string(change.folder))
  }
}
