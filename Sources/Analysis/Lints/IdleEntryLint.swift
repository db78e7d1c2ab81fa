import CatalogModel

/// Entries that nothing in the catalog uses.
enum IdleEntryLint {
  /// Candidates that no rule prefers or excludes and that are in no role, unless they say that they stand aside.
  @Sendable static func candidates(_ catalog: Catalog) -> [LintFinding] {
    let named = Set(catalog.rules.flatMap(\.effects).flatMap(\.candidates))
    let playing = Set(catalog.candidates.flatMap(\.roles).flatMap(\.candidates).map(\.id))
    let idle = catalog.candidates.filter {
      !named.contains($0.id) && !playing.contains($0.id) && $0.facts?.aside == nil
    }
    return idle.map { candidate in
      LintFinding(
        "no rule prefers or excludes the \(candidate.kind.word) '\(candidate.id)', and no role lists it",
        at: candidate.origin,
        help: "add a rule on it, list it in a role, say why it stands 'aside', or remove it")
    }
  }

  /// Practices that neither a rule nor a candidate obliges.
  @Sendable static func practices(_ catalog: Catalog) -> [LintFinding] {
    let ofRules = catalog.rules.flatMap(\.effects).compactMap { effect -> String? in
      if case .oblige(let practice, _) = effect { practice } else { nil }
    }
    let obliged = Set(ofRules + catalog.candidates.flatMap(\.practices).map(\.id))
    return catalog.practices.filter { !obliged.contains($0.id) }.map { practice in
      LintFinding(
        "nothing obliges the practice '\(practice.id)'", at: practice.origin,
        help: "oblige it in a rule, list it with a candidate, or remove it")
    }
  }

  /// Sources that nothing cites.
  @Sendable static func sources(_ catalog: Catalog) -> [LintFinding] {
    let cited = Set(catalog.entries.flatMap(\.citations).map(\.source))
    return catalog.sources.filter { !cited.contains($0.id) }.map { source in
      LintFinding(
        "nothing cites the source '\(source.id)'",
        at: Origin(file: EntryKind.source.path(of: source.id), line: 1),
        help: "cite it where it is rested on, or remove sources/\(source.id).yaml")
    }
  }
}

extension Effect {
  /// The candidates that it gives points to, takes them from, excludes or requires.
  fileprivate var candidates: [String] {
    switch self {
    case .exclude(let ids), .require(let ids), .prefer(let ids, _), .avoid(let ids, _): ids
    case .oblige, .warn: []
    }
  }
}
