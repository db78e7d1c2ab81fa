package import CatalogModel
package import JSONSyntax
package import Reporting

/// What overlays did to entries, for people and for machines.
package enum OverlayText {
  /// What was done to an entry, in one line; `nil` where nothing was.
  package static func line(_ changes: [OverlayChange]) -> RichText? {
    guard !changes.isEmpty else { return nil }
    return changes.map { RichText("\($0.kind.rawValue) by \($0.origin.file)", .quiet) }.joined(
      separator: ", ")
  }

  /// What was done to an entry, and why.
  package static func paragraphs(_ changes: [OverlayChange]) -> [Block] {
    changes.map { change in
      let reason = change.because.map { RichText(": \($0)", .prose) } ?? "."
      return .paragraph(
        RichText(change.kind.rawValue.prefix(1).uppercased() + change.kind.rawValue.dropFirst(), .strong)
          + " by \(change.origin.file), line \(change.origin.line)" + reason)
    }
  }

  package static func value(_ change: OverlayChange) -> JSONValue {
    [
      "change": .string(change.kind.rawValue), "file": .string(change.origin.file),
      "line": .integer(change.origin.line), "because": change.because.map(JSONValue.string) ?? .null,
    ]
  }
}

extension Catalog {
  /// What overlays did to an entry.
  package func changes(of entry: CatalogEntry) -> [OverlayChange] {
    overlays?.changes(of: entry.id, in: entry.kind.plural) ?? []
  }
}
