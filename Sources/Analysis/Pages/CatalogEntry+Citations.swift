package import CatalogModel

extension CatalogEntry {
  /// Everything that it cites, however deep; a source may be there more than once.
  package var citations: [Citation] {
    switch self {
    case .candidate(let candidate): candidate.allCitations
    case .practice(let practice): practice.citations
    case .antiPattern(let antiPattern): antiPattern.citations
    case .rule(let rule): rule.citations
    case .limit(let limit): limit.citations + (limit.addOn?.citations ?? [])
    case .derivation(let derivation): derivation.citations
    case .constraint(let constraint): constraint.citations
    case .contradiction(let contradiction):
      contradiction.claims.flatMap(\.citations) + contradiction.citations
    case .scenario(let scenario): scenario.citations
    case .requirement, .role, .source: []
    }
  }
}

extension Candidate {
  fileprivate var allCitations: [Citation] {
    let rated = roles.flatMap(\.candidates)
    let own = citations + bestWhen.flatMap(\.citations) + wrongWhen.flatMap(\.citations)
    let ratings = rated.flatMap(\.ratings).map { Citation(source: $0.source, section: nil) }
    return own + practices.flatMap(\.citations) + rated.flatMap(\.citations) + ratings
      + (facts?.statusCitations ?? []) + (facts?.licenseCitations ?? [])
  }
}
