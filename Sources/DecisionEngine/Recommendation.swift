package import CatalogModel

/// The recommended design in the catalog's words.
package struct Recommendation: Sendable {
  /// `nil` when no eligible pattern has points.
  package let pattern: RankedCandidate?
  package let topology: RankedCandidate?
  /// In the order in which the data meets them.
  package let technologies: [RecommendedTechnology]
  /// By id, each once.
  package let practices: [ObligedPractice]
  package let warnings: [RaisedWarning]
  /// Points between the recommended pattern and the next eligible one; `nil` without either.
  package let margin: Int?
  package let runnerUp: RankedCandidate?
  /// Points between the recommended topology and the next eligible one.
  package let topologyMargin: Int?
  /// The roles that no eligible technology can fill, by id.
  package let gaps: [String]
  /// True only where it is proved that no unknown answer can change pattern, topology or technologies.
  package let isSettled: Bool
}

/// A technology in the role that it plays.
package struct RecommendedTechnology: Sendable {
  package let ranked: RankedCandidate
  package let role: RoleDescription
  package let rated: RatedTechnology
}

/// A practice that the recommendation obliges, with the first reason why.
package struct ObligedPractice: Sendable {
  package let practice: Practice
  package let because: String
  package let citations: [Citation]
  /// The id of the rule or the candidate that obliges it.
  package let obligedBy: String

  package init(practice: Practice, because: String, citations: [Citation], obligedBy: String) {
    self.practice = practice
    self.because = because
    self.citations = citations
    self.obligedBy = obligedBy
  }
}

/// A warning of a fired rule, or of the decision itself.
package struct RaisedWarning: Sendable {
  package let id: String
  package let message: String
  package let citations: [Citation]

  package init(id: String, message: String, citations: [Citation]) {
    self.id = id
    self.message = message
    self.citations = citations
  }
}
