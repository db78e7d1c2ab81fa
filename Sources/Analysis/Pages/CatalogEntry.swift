package import CatalogModel
package import Requirements

/// One piece of a catalog, of any kind.
package enum CatalogEntry: Sendable {
  case candidate(Candidate)
  case practice(Practice)
  case antiPattern(AntiPattern)
  case rule(Rule)
  case limit(Limit)
  case derivation(Derivation)
  case constraint(Constraint)
  case contradiction(Contradiction)
  case requirement(Requirement, index: Int)
  case role(RoleDescription)
  case source(Source)
  case scenario(Scenario)

  package var kind: EntryKind {
    switch self {
    case .candidate(let candidate):
      switch candidate.kind {
      case .pattern: .pattern
      case .topology: .topology
      case .technology: .technology
      }
    case .practice: .practice
    case .antiPattern: .antiPattern
    case .rule: .rule
    case .limit: .limit
    case .derivation: .derivation
    case .constraint: .constraint
    case .contradiction: .contradiction
    case .requirement: .requirement
    case .role: .role
    case .source: .source
    case .scenario: .scenario
    }
  }

  package var id: String {
    switch self {
    case .candidate(let candidate): candidate.id
    case .practice(let practice): practice.id
    case .antiPattern(let antiPattern): antiPattern.id
    case .rule(let rule): rule.id
    case .limit(let limit): limit.id
    case .derivation(let derivation): derivation.id
    case .constraint(let constraint): constraint.id
    case .contradiction(let contradiction): contradiction.id
    case .requirement(let requirement, _): requirement.id.description
    case .role(let role): role.id
    case .source(let source): source.id
    case .scenario(let scenario): scenario.id
    }
  }

  /// One line for people.
  package var title: String {
    switch self {
    case .candidate(let candidate): candidate.title
    case .practice(let practice): practice.title
    case .antiPattern(let antiPattern): antiPattern.title
    case .rule(let rule): rule.title
    case .limit(let limit): limit.title
    case .derivation(let derivation): derivation.because
    case .constraint(let constraint): constraint.because
    case .contradiction(let contradiction): contradiction.title
    case .requirement(let requirement, _): requirement.asks
    case .role(let role): role.title
    case .source(let source): "\(source.publisher), \(source.title)"
    case .scenario(let scenario): scenario.title
    }
  }

  /// Where it stands; `nil` for what shares its file with others, and for sources.
  package var origin: Origin? {
    switch self {
    case .candidate(let candidate): candidate.origin
    case .practice(let practice): practice.origin
    case .antiPattern(let antiPattern): antiPattern.origin
    case .rule(let rule): rule.origin
    case .limit(let limit): limit.origin
    case .derivation(let derivation): derivation.origin
    case .constraint(let constraint): constraint.origin
    case .contradiction(let contradiction): contradiction.origin
    case .scenario(let scenario): scenario.origin
    case .requirement, .role, .source: nil
    }
  }
}

extension Catalog {
  /// Everything that it holds, by kind and then in the catalog's own order.
  package var entries: [CatalogEntry] {
    let requirements = vocabulary.requirements.enumerated().map {
      CatalogEntry.requirement($0.element, index: $0.offset)
    }
    return candidates.map(CatalogEntry.candidate) + practices.map(CatalogEntry.practice)
      + antiPatterns.map(CatalogEntry.antiPattern) + rules.map(CatalogEntry.rule)
      + limits.map(CatalogEntry.limit)
      + derivations.sorted { $0.id < $1.id }.map(CatalogEntry.derivation)
      + constraints.map(CatalogEntry.constraint) + contradictions.map(CatalogEntry.contradiction)
      + requirements + roles.map(CatalogEntry.role)
      + sources.map(CatalogEntry.source) + scenarios.map(CatalogEntry.scenario)
  }

  /// The entries of a name, written `id` or, where several kinds share it, `kind:id`.
  package func entries(named name: String) -> [CatalogEntry] {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let kind = EntryKind(rawValue: parts[0]) else {
      return entries.filter { $0.id == name }
    }
    return entries.filter { $0.kind == kind && $0.id == parts[1] }
  }
}
