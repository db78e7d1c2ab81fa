import Diagnostics
import Requirements
import YAMLSyntax

extension CatalogReader {
  func readCandidate(_ entry: EntryReader, kind: CandidateKind, into bag: inout DiagnosticBag) -> Candidate {
    Candidate(
      id: entry.text("id"), kind: kind, order: entry.integer("order"),
      roles: entry.entries("roles").map { readRole($0, into: &bag) },
      facts: kind == .technology ? readFacts(entry) : nil, origin: entry.origin,
      words: Deferred { Candidate.Words(entry) })
  }

  private func readRole(_ entry: EntryReader, into bag: inout DiagnosticBag) -> Role {
    Role(
      id: entry.text("role"),
      when: entry.node["when"].map { conditions.readPredicate($0, into: &bag) } ?? Predicate(tests: []),
      after: entry.texts("after"), isOptional: entry.flag("optional"),
      isFromTopology: entry.node["from"] != nil, candidates: entry.entries("candidates").map(readRated))
  }

  private func readRated(_ entry: EntryReader) -> RatedTechnology {
    RatedTechnology(
      id: entry.text("id"), fit: Fit(entry.text("fit")) ?? .suboptimal,
      words: Deferred { RatedTechnology.Words(entry) })
  }

  private func readFacts(_ entry: EntryReader) -> TechnologyFacts {
    TechnologyFacts(
      status: TechnologyFacts.Status(entry.text("status")) ?? .supported,
      words: Deferred { TechnologyFacts.Words(entry) })
  }

  /// The descriptions of `roles.yaml`, in its order.
  func readRoles(_ node: YAMLNode) -> [RoleDescription] {
    node.entries.compactMap { entry in
      let reader = EntryReader(entry.value)
      return entry.key.text.map {
        RoleDescription(
          id: $0, title: reader.text("title"), does: reader.text("does"),
          flow: readRoleInFlow(reader.node["flow"]))
      }
    }
  }

  private func readRoleInFlow(_ node: YAMLNode?) -> RoleInFlow {
    guard let node else { return RoleInFlow() }
    let reader = EntryReader(node)
    return RoleInFlow(
      shape: RoleInFlow.Shape(word: reader.text("as"), label: reader.optionalText("label")),
      isAsynchronous: reader.flag("asynchronous"),
      salesforce: RoleInFlow.SalesforceSide(rawValue: reader.text("salesforce")),
      pulls: reader.flag("pulls"), endsFlow: reader.flag("ends"),
      returnsWhen: reader.optionalText("returns-when"))
  }
}

extension Fit {
  init?(_ word: String) {
    guard let fit = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = fit
  }
}

extension TechnologyFacts.Status {
  init?(_ word: String) {
    guard let status = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = status
  }
}

extension Candidate.Words {
  init(_ entry: EntryReader) {
    self.init(
      title: entry.text("title"), intent: entry.text("intent"),
      bestWhen: Deferred { entry.remarks("best-when") },
      wrongWhen: Deferred { entry.remarks("wrong-when") }, practices: Deferred { entry.practices },
      sources: Deferred { entry.citations() })
  }
}

extension TechnologyFacts.Words {
  init(_ entry: EntryReader) {
    let license = entry.node["license"].map(EntryReader.init)
    self.init(
      statusCitations: entry.citations("status-source"), licenses: license?.texts("needs") ?? [],
      licenseNote: license?.optionalText("note"), licenseCitations: license?.citations() ?? [],
      directions: entry.texts("directions"), timing: entry.texts("timing"),
      initiators: entry.texts("initiated-by"), limits: entry.texts("limits"),
      aside: entry.optionalText("aside"))
  }
}

extension RatedTechnology.Words {
  init(_ entry: EntryReader) {
    let ratings = entry.node["ratings"]?.entries.compactMap { rating -> RatedTechnology.Rating? in
      guard let source = rating.key.text, let fit = rating.value.text.flatMap(Fit.init) else { return nil }
      return RatedTechnology.Rating(source: source, fit: fit)
    }
    self.init(
      ratings: (ratings ?? []).sorted { $0.source < $1.source }, because: entry.optionalText("because"),
      citations: entry.citations())
  }
}
