package import Requirements

/// A published case, with the answer that its source gives.
package struct Scenario: Sendable {
  package let id: String
  package let title: String
  package let citations: [Citation]
  package let answers: Answers
  package let expected: Expectation
  package let confidence: String
  package let inferred: [RequirementID]
  package let origin: Origin

  package init(
    id: String, title: String, citations: [Citation], answers: Answers, expected: Expectation,
    confidence: String, inferred: [RequirementID], origin: Origin
  ) {
    self.id = id
    self.title = title
    self.citations = citations
    self.answers = answers
    self.expected = expected
    self.confidence = confidence
    self.inferred = inferred
    self.origin = origin
  }

  /// What a decision has to say; all by id.
  package struct Expectation: Sendable, Hashable {
    /// A pattern, a topology, or `none`.
    package let pattern: String
    package let alsoAcceptable: [String]
    package let technologies: [String]
    package let acceptableTechnologies: [String]
    package let mustNot: [String]
    package let practices: [String]

    package init(
      pattern: String, alsoAcceptable: [String], technologies: [String], acceptableTechnologies: [String],
      mustNot: [String], practices: [String]
    ) {
      self.pattern = pattern
      self.alsoAcceptable = alsoAcceptable
      self.technologies = technologies
      self.acceptableTechnologies = acceptableTechnologies
      self.mustNot = mustNot
      self.practices = practices
    }
  }
}
