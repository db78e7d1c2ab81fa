package import Packing
package import Requirements

/// Everything that is known: the entries of one catalog, each list sorted by id.
package struct Catalog: Sendable {
  package let id: String
  package let title: String
  package let version: String
  /// `sha256:…` over the files, by name and contents.
  package let digest: String
  package let vocabulary: Vocabulary
  package let sources: Entries<Source>
  package let roles: [RoleDescription]
  /// Patterns, topologies and technologies, by kind and then declared order.
  package let candidates: [Candidate]
  package let practices: Entries<Practice>
  package let antiPatterns: Entries<AntiPattern>
  package let rules: Entries<Rule>
  /// In an order in which each derivation stands after those that it rests on.
  package let derivations: [Derivation]
  package let constraints: [Constraint]
  package let limits: Entries<Limit>
  package let contradictions: [Contradiction]
  package let scenarios: [Scenario]
  /// What overlays changed; `nil` where there are none.
  package let overlays: OverlayRecord?
  /// The evaluator's form of this very catalog, as the build prepared it; `nil` for any other.
  package let table: PackReader?

  package init(
    id: String, title: String, version: String, digest: String, vocabulary: Vocabulary,
    sources: Entries<Source>,
    roles: [RoleDescription], candidates: [Candidate], practices: Entries<Practice>,
    antiPatterns: Entries<AntiPattern>,
    rules: Entries<Rule>, derivations: [Derivation], constraints: [Constraint], limits: Entries<Limit> = [],
    contradictions: [Contradiction] = [], scenarios: [Scenario], overlays: OverlayRecord? = nil,
    table: PackReader? = nil
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
    self.table = table
  }

  package func candidates(of kind: CandidateKind) -> [Candidate] { candidates.filter { $0.kind == kind } }
  package func candidate(_ id: String) -> Candidate? { candidates.first { $0.id == id } }
  package func rule(_ id: String) -> Rule? { rules[id] }
  package func practice(_ id: String) -> Practice? { practices[id] }
  package func limit(_ id: String) -> Limit? { limits[id] }
  package func source(_ id: String) -> Source? { sources[id] }
  package func role(_ id: String) -> RoleDescription? { roles.first { $0.id == id } }
}
