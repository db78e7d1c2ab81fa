package import CatalogModel
package import Reporting

extension CitationList {
  /// The marks of citations, and the file of what they support where an overlay brought it.
  package mutating func marks(_ citations: [Citation], of origin: @autoclosure () -> Origin?) -> RichText {
    let marks = marks(citations)
    guard catalog.overlays != nil, let origin = origin(), let source = catalog.provenance(of: origin) else {
      return marks
    }
    return marks + RichText((citations.isEmpty ? "(" : " (") + source + ")", .quiet)
  }
}

extension Catalog {
  /// The file of the overlay that something comes from, and what the overlay does there; `nil` for what
  /// the catalog itself says.
  package func provenance(of origin: Origin) -> String? {
    guard let overlays, overlays.holds(origin) else { return nil }
    let isAdjusted = overlays.changes.contains { $0.kind == .adjusted && $0.origin.file == origin.file }
    return (isAdjusted ? "adjusted by " : "") + origin.file
  }

  /// Where the rule or the candidate of an id stands.
  func origin(of id: String) -> Origin? {
    rule(id)?.origin ?? candidate(id)?.origin
  }

  /// Where it is said how well a technology serves a role of one of these candidates.
  func origin(ofRating technology: String, in role: String, of owners: [Candidate]) -> Origin? {
    owners.first { owner in
      owner.roles.contains { part in part.id == role && part.candidates.contains { $0.id == technology } }
    }?.origin
  }
}
