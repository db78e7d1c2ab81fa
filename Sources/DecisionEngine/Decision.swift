package import CatalogModel
package import Requirements

/// What is recommended under one set of answers, and the record of how it came to be.
package struct Decision: Sendable {
  /// Stated and derived.
  package let answers: Answers
  /// The derivation that gave an answer, by requirement.
  package let derived: [Int: Derivation]
  package let recommendation: Recommendation
  /// Ranked; of all technologies only those that a rule or a role touches.
  package let patterns: [RankedCandidate]
  package let topologies: [RankedCandidate]
  package let technologies: [RankedCandidate]
  package let firedRules: [Rule]
  let undetermined: Deferred<[Rule]>
  let missed: Deferred<[NearMiss]>
  package let antiPatterns: [AntiPattern]
  /// The limits that bind the recommended technologies, by technology and then in the catalog's order.
  package let capacity: [CapacityFinding]
  package let violatedConstraints: [Constraint]

  /// Rules that rest on an unstated answer.
  package var undeterminedRules: [Rule] { undetermined.value }
  /// Rules that one answer keeps from firing.
  package var nearMisses: [NearMiss] { missed.value }
}

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

/// A candidate with what speaks for and against it.
package struct RankedCandidate: Sendable {
  package let candidate: Candidate
  package let isEligible: Bool
  package let score: Int
  package let contributions: [Contribution]
  /// The fired rules that knock it out.
  package let exclusions: [Rule]
  let exceeded: Deferred<[CapacityFinding]>

  /// The exceeded limits that knock it out.
  package var exceededLimits: [CapacityFinding] { exceeded.value }

  /// The points that one fired rule gives.
  package struct Contribution: Sendable {
    package let rule: Rule
    package let points: Int

    package init(rule: Rule, points: Int) {
      self.rule = rule
      self.points = points
    }

    /// The weightiest first.
    package static func sorted(_ contributions: [Contribution]) -> [Contribution] {
      contributions.sorted { (-abs($0.points), $0.rule.id) < (-abs($1.points), $1.rule.id) }
    }
  }
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

/// A rule that one answer keeps from firing.
package struct NearMiss: Sendable {
  package let rule: Rule
  /// The index of the requirement that objects.
  package let objecting: Int
}
