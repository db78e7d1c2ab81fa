import CatalogModel
import DecisionEngine
import Requirements

/// The candidates of a design: what the architects decided, completed by what follows from it.
struct DesignChoice {
  let pattern: RankedCandidate?
  let topology: RankedCandidate?
  let technologies: [DesignedTechnology]
  let departures: [Departure]

  init(_ decided: ArchitectsDecision?, _ decision: Decision, _ catalog: Catalog) {
    let recommended = decision.recommendation
    let pattern = Self.find(decided?.pattern, among: decision.patterns) ?? recommended.pattern
    let topology = Self.find(decided?.topology, among: decision.topologies) ?? recommended.topology
    let named = (decided?.technologies ?? []).compactMap { catalog.candidate($0.id) }
    let isAsRecommended =
      pattern?.candidate.id == recommended.pattern?.candidate.id
      && topology?.candidate.id == recommended.topology?.candidate.id
    let standings =
      isAsRecommended && named.isEmpty ? recommended.technologies.map(\.ranked) : decision.technologies
    let roles = DesignRoles(
      pattern?.candidate, topology?.candidate, standings: standings, decision, catalog)
    if !named.isEmpty {
      technologies = roles.place(named)
    } else if isAsRecommended {
      technologies = recommended.technologies.map { roles.designed($0.ranked.candidate, $0.role, $0.rated) }
    } else {
      technologies = roles.filled
    }
    self.pattern = pattern
    self.topology = topology
    departures = [
      Self.departure(
        .pattern, [recommended.pattern].compactMap(\.?.candidate), [pattern].compactMap(\.?.candidate)),
      Self.departure(
        .topology, [recommended.topology].compactMap(\.?.candidate), [topology].compactMap(\.?.candidate)),
      Self.departure(
        .technology, recommended.technologies.map(\.ranked.candidate), technologies.map(\.candidate)),
    ].compactMap { $0 }
  }

  /// Everything that the design consists of, by id.
  var ids: [String] {
    [pattern, topology].compactMap(\.?.candidate.id) + technologies.map(\.candidate.id)
  }

  /// What the technologies spend; reckoned anew where the architects decided on others.
  func capacity(_ decision: Decision, _ catalog: Catalog) -> [CapacityFinding] {
    let ids = technologies.map(\.candidate.id)
    let recommended = decision.recommendation.technologies.map(\.ranked.candidate.id)
    guard Set(recommended) != Set(ids) else { return decision.capacity }
    return DecisionTable(catalog).capacity(of: ids, under: decision.answers)
  }

  private static func find(
    _ choice: ArchitectsDecision.Choice?, among candidates: [RankedCandidate]
  ) -> RankedCandidate? {
    guard let choice else { return nil }
    return candidates.first { $0.candidate.id == choice.id }
  }

  private static func departure(
    _ what: CandidateKind, _ recommended: [Candidate], _ decided: [Candidate]
  ) -> Departure? {
    guard Set(recommended.map(\.id)) != Set(decided.map(\.id)) else { return nil }
    return Departure(what: what, recommended: recommended, decided: decided)
  }
}
