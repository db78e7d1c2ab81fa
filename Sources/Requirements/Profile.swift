package import Diagnostics
package import YAMLSyntax

/// What one integration must do: one set of answers, and the contract where it is known.
package struct Profile: Sendable {
  package let file: SourceFile
  package let id: String
  package let title: String
  package let owner: String?
  package let description: String?
  package var answers: Answers
  /// Where each answer stands, by the requirement's index; absent for answers that the file does not state.
  package let places: AnswerPlaces
  /// The requirements whose answers the workspace gives, because the file states none.
  package let inherited: Set<Int>
  package let contract: Contract?
  package let contractPlace: SourceLocation?
  package let decision: ArchitectsDecision?
  /// The document that the profile was read from, for the places of its parts.
  package let document: YAMLTree?

  package init(
    file: SourceFile, id: String, title: String, owner: String?, description: String?, answers: Answers,
    places: AnswerPlaces? = nil, inherited: Set<Int> = [], contract: Contract?,
    contractPlace: SourceLocation?, decision: ArchitectsDecision?, document: YAMLTree? = nil
  ) {
    self.file = file
    self.id = id
    self.title = title
    self.owner = owner
    self.description = description
    self.answers = answers
    self.places = places ?? AnswerPlaces(in: file, count: answers.count)
    self.inherited = inherited
    self.contract = contract
    self.contractPlace = contractPlace
    self.decision = decision
    self.document = document
  }

  /// Where the id stands.
  package var idPlace: SourceLocation? { document?.root["id"]?.location }
}

/// What the architects decided, whatever the tool recommends.
package struct ArchitectsDecision: Sendable, Hashable {
  package let pattern: Choice?
  package let topology: Choice?
  package let technologies: [Choice]
  package let because: String?

  /// Everything that was decided, by id.
  package var ids: [String] { ([pattern, topology].compactMap { $0 } + technologies).map(\.id) }

  package init(pattern: Choice?, topology: Choice?, technologies: [Choice], because: String?) {
    self.pattern = pattern
    self.topology = topology
    self.technologies = technologies
    self.because = because
  }

  /// A candidate by its id, and where it is named.
  package struct Choice: Sendable, Hashable {
    package let id: String
    package let location: SourceLocation

    package init(id: String, location: SourceLocation) {
      self.id = id
      self.location = location
    }
  }
}
