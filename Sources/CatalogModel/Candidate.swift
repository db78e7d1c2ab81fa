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
  package let title: String
  /// Breaks ties among its kind; the smaller first.
  package let order: Int
  package let intent: String
  package let bestWhen: [Remark]
  package let wrongWhen: [Remark]
  package let practices: [PracticeReference]
  package let citations: [Citation]
  /// The parts that technologies play in it, in the order in which the data meets them.
  package let roles: [Role]
  /// What only a technology has.
  package let facts: TechnologyFacts?
  package let origin: Origin

  package init(
    id: String, kind: CandidateKind, title: String, order: Int, intent: String, bestWhen: [Remark],
    wrongWhen: [Remark], practices: [PracticeReference], citations: [Citation], roles: [Role],
    facts: TechnologyFacts?, origin: Origin
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.order = order
    self.intent = intent
    self.bestWhen = bestWhen
    self.wrongWhen = wrongWhen
    self.practices = practices
    self.citations = citations
    self.roles = roles
    self.facts = facts
    self.origin = origin
  }
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
