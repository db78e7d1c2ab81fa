/// The three things that a decision chooses.
package enum CandidateKind: Int, Sendable, Hashable, CaseIterable {
  case pattern, topology, technology

  /// The folder of the catalog that holds them.
  package var folder: String {
    switch self {
    case .pattern: "patterns"
    case .topology: "topologies"
    case .technology: "technologies"
    }
  }

  package var word: String {
    switch self {
    case .pattern: "pattern"
    case .topology: "topology"
    case .technology: "technology"
    }
  }
}

/// A pattern, a topology or a technology that may be recommended.
package struct Candidate: Sendable, Hashable {
  package let id: String
  package let kind: CandidateKind
  /// Breaks ties among its kind; the smaller first.
  package let order: Int
  /// The parts that technologies play in it, in the order in which the data meets them.
  package let roles: [Role]
  /// What only a technology has.
  package let facts: TechnologyFacts?
  package let origin: Origin
  private let words: Deferred<Words>

  package init(
    id: String, kind: CandidateKind, title: String, order: Int, intent: String, bestWhen: [Remark],
    wrongWhen: [Remark], practices: [PracticeReference], citations: [Citation], roles: [Role],
    facts: TechnologyFacts?, origin: Origin
  ) {
    self.id = id
    self.kind = kind
    self.order = order
    self.roles = roles
    self.facts = facts
    self.origin = origin
    let own = Words(
      title: title, intent: intent, bestWhen: Deferred { bestWhen }, wrongWhen: Deferred { wrongWhen },
      practices: Deferred { practices }, sources: Deferred { citations })
    words = Deferred { own }
  }

  /// An entry whose words are read later.
  init(
    id: String, kind: CandidateKind, order: Int, roles: [Role], facts: TechnologyFacts?, origin: Origin,
    words: Deferred<Words>
  ) {
    self.id = id
    self.kind = kind
    self.order = order
    self.roles = roles
    self.facts = facts
    self.origin = origin
    self.words = words
  }

  /// What an entry says in words, read when somebody asks; the lists apart from the rest.
  package struct Words: Sendable, Hashable {
    let title: String
    let intent: String
    let bestWhen: Deferred<[Remark]>
    let wrongWhen: Deferred<[Remark]>
    let practices: Deferred<[PracticeReference]>
    let sources: Deferred<[Citation]>

    package var citations: [Citation] { sources.value }
  }

  package var title: String { words.value.title }
  package var intent: String { words.value.intent }
  package var bestWhen: [Remark] { words.value.bestWhen.value }
  package var wrongWhen: [Remark] { words.value.wrongWhen.value }
  package var practices: [PracticeReference] { words.value.practices.value }
  package var citations: [Citation] { words.value.citations }
}

/// Something that is said, with its source.
package struct Remark: Sendable, Hashable {
  package let says: String
  package let citations: [Citation]

  package init(says: String, citations: [Citation]) {
    self.says = says
    self.citations = citations
  }
}

/// A practice that an entry brings with it, and why.
package struct PracticeReference: Sendable, Hashable {
  package let id: String
  package let because: String
  package let citations: [Citation]

  package init(id: String, because: String, citations: [Citation]) {
    self.id = id
    self.because = because
    self.citations = citations
  }
}

/// Where an entry stands: the file by the name that is shown, and the line.
package struct Origin: Sendable, Hashable {
  package let file: String
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
