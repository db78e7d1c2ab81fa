import CatalogModel
import DecisionEngine
import Requirements

/// The roles of a pattern in its topology, in the order in which the data meets them.
struct DesignRoles {
  private let roles: [Role]
  private let decision: Decision
  private let catalog: Catalog
  private let ranked: [String: RankedCandidate]

  /// - Parameter standings: of the technologies that the roles may be filled with; one that is not among them has
  ///   neither points nor anything against it.
  init(
    _ pattern: Candidate?, _ topology: Candidate?, standings: [RankedCandidate], _ decision: Decision,
    _ catalog: Catalog
  ) {
    let ofTopology = (topology?.roles ?? []).filter { !$0.isFromTopology }
    roles = pattern?.roles.flatMap { $0.isFromTopology ? ofTopology : [$0] } ?? ofTopology
    ranked = Dictionary(
      standings.map { ($0.candidate.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.decision = decision
    self.catalog = catalog
  }

  /// The given technologies in data order; those that play no role here come last, in their own order.
  func place(_ technologies: [Candidate]) -> [DesignedTechnology] {
    let placed = technologies.enumerated().map { number, technology in
      let position = roles.firstIndex { $0.candidates.contains { $0.id == technology.id } }
      return (order: position ?? roles.count, number: number, technology: technology)
    }
    return placed.sorted { ($0.order, $0.number) < ($1.order, $1.number) }.map { place in
      let here = place.order < roles.count ? roles[place.order] : roleElsewhere(place.technology.id)
      let rated = here?.candidates.first { $0.id == place.technology.id }
      return designed(place.technology, here.flatMap { catalog.role($0.id) }, rated)
    }
  }

  private func roleElsewhere(_ technology: String) -> Role? {
    catalog.candidates.lazy.flatMap(\.roles).first { $0.candidates.contains { $0.id == technology } }
  }

  /// The best eligible technology of each role, as the decision ranks them.
  var filled: [DesignedTechnology] {
    var filled: [DesignedTechnology] = []
    for role in roles where role.when.evaluate(decision.answers) != .no {
      let ids = Set(filled.map(\.candidate.id))
      guard role.after.isEmpty || role.after.contains(where: ids.contains) else { continue }
      guard let best = best(of: role), !ids.contains(best.id) else { continue }
      guard let candidate = catalog.candidate(best.id) else { continue }
      filled.append(designed(candidate, catalog.role(role.id), best))
    }
    return filled
  }

  /// By fit, then points, then status, then declared order.
  private func best(of role: Role) -> RatedTechnology? {
    let eligible = role.candidates.compactMap { rated -> (rated: RatedTechnology, key: [Int])? in
      let standing = ranked[rated.id]
      guard standing?.isEligible != false, let candidate = catalog.candidate(rated.id) else { return nil }
      let status = candidate.facts?.status ?? .preferred
      return (rated, [rated.fit.rawValue, standing?.score ?? 0, status.rawValue, -candidate.order])
    }
    return eligible.max { $0.key.lexicographicallyPrecedes($1.key) }?.rated
  }

  /// The technology with the strongest reason for it: a rule's, the guide's, or what its role is for.
  func designed(
    _ candidate: Candidate, _ role: RoleDescription?, _ rated: RatedTechnology?
  ) -> DesignedTechnology {
    let rule = ranked[candidate.id]?.contributions.first { $0.points > 0 }?.rule.words
    let because = rule?.because ?? rated?.because ?? role.map { "\(candidate.title) \($0.does)." }
    let citations = (rule?.citations ?? []) + (rated?.citations ?? candidate.citations)
    return DesignedTechnology(
      candidate: candidate, role: role, because: because ?? candidate.intent,
      citations: citations.distinct)
  }
}
