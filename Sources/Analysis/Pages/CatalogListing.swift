package import CatalogModel
import JSONSyntax
package import Reporting

/// What a catalog holds, by kind.
package enum CatalogListing {
  /// - Parameter kind: the only kind that is listed; `nil` for all.
  package static func make(_ catalog: Catalog, kind: EntryKind?) -> Report {
    let kinds = kind.map { [$0] } ?? EntryKind.allCases
    var blocks: [Block] = [.heading(level: 1, "\(catalog.title) \(catalog.version)")]
    var members: [JSONMember] = []
    let entries = Dictionary(grouping: catalog.entries, by: \.kind)
    for kind in kinds {
      let own = entries[kind] ?? []
      let columns = [Block.Column("Id"), Block.Column("Title")]
      let rows = own.map { [RichText($0.id, .code), RichText($0.title)] }
      blocks.append(.heading(level: 2, "\(own.count) \(own.count == 1 ? kind.rawValue : kind.plural)"))
      if !rows.isEmpty { blocks.append(.table(Block.Table(columns: columns, rows: rows))) }
      let values = own.map { JSONValue.object(describe($0)) }
      members.append(JSONMember(kind.plural, .array(values)))
    }
    let listed = [JSONMember("schema", "catalog-list/1")] + members
    return Report(blocks: blocks, payload: .object(listed))
  }

  private static func describe(_ entry: CatalogEntry) -> [JSONMember] {
    [
      JSONMember("id", .string(entry.id)), JSONMember("title", .string(entry.title)),
      JSONMember("file", .string(entry.origin?.file ?? entry.kind.path(of: entry.id))),
    ]
  }
}
