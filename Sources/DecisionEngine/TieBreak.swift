import CatalogModel

/// What ranks candidates of equal points; the greater first.
struct TieBreak: Sendable {
  let status: Int
  /// Sixteen bits, so that the smaller declared order is the greater number.
  let order: Int

  init(_ candidate: Candidate) {
    status = (candidate.facts?.status ?? .preferred).rawValue
    order = 0xFFFF - min(max(candidate.order, 0), 0xFFFF)
  }
}
