package import Requirements

/// Everything that is known: the entries of one catalog, each list sorted by id.
package struct Catalog: Sendable {
  package let id: String
  package let title: String
  package let version: String
  /// `sha256:…` over the files, by name and contents.
  package let digest: String
  package let vocabulary: Vocabulary
  package let sources: [Source]
  package let roles: [RoleDescription]
  /// Patterns, topologies and technologies, by kind and then declared order.
  package let candidates: [Candidate]
  package let practices: [Practice]
  package let antiPatterns: [AntiPattern]
  package let rules: [Rule]
  /// In an order in which each derivation stands after those that it rests on.
  package let derivations: [Derivation]
  package let constraints: [Constraint]
  package let limits: [Limit]
  package let contradictions: [Contradiction]
  package let scenarios: [Scenario]
  /// What overlays changed; `nil` where there are none.
  package let overlays: OverlayRecord?

  package init(
    id: String, title: String, version: String, digest: String, vocabulary: Vocabulary, sources: [Source],
    roles: [RoleDescription], candidates: [Candidate], practices: [Practice], antiPatterns: [AntiPattern],
    rules: [Rule], derivations: [Derivation], constraints: [Constraint], limits: [Limit] = [],
    contradictions: [Contradiction] = [], scenarios: [Scenario], overlays: OverlayRecord? = nil
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.digest = digest
    self.vocabulary = vocabulary
    self.sources = sources
    self.roles = roles
    self.candidates = candidates
    self.practices = practices
    self.antiPatterns = antiPatterns
    self.rules = rules
    self.derivations = derivations
    self.constraints = constraints
    self.limits = limits
    self.contradictions = contradictions
    self.scenarios = scenarios
    self.overlays = overlays
  }

  package func candidates(of kind: CandidateKind) -> [Candidate] { candidates.filter { $0.kind == kind } }
  package func candidate(_ id: String) -> Candidate? { candidates.first { $0.id == id } }
  package func practice(_ id: String) -> Practice? { practices.first { $0.id == id } }
  package func limit(_ id: String) -> Limit? { limits.first { $0.id == id } }
  package func source(_ id: String) -> Source? { sources.first { $0.id == id } }
  package func role(_ id: String) -> RoleDescription? { roles.first { $0.id == id } }
}
