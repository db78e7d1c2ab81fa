package import CatalogModel
package import Requirements

/// What is recommended under one set of answers, and the record of how it came to be.
package struct Decision: Sendable {
  /// Stated and derived.
  package let answers: Answers
  /// The derivation that gave an answer, by requirement.
  package let derived: [Int: Derivation]
  package let recommendation: Recommendation
  /// Ranked.
  package let patterns: [RankedCandidate]
  package let topologies: [RankedCandidate]
  let touched: Deferred<[RankedCandidate]>
  package let firedRules: [Rule]
  let undetermined: Deferred<[Rule]>
  let missed: Deferred<[NearMiss]>
  package let antiPatterns: [AntiPattern]
  /// The limits that bind the recommended technologies, by technology and then in the catalog's order.
  package let capacity: [CapacityFinding]
  package let violatedConstraints: [Constraint]

  /// The technologies that a rule or a recommended role touches, the recommended first.
  package var technologies: [RankedCandidate] { touched.value }
  /// Rules that rest on an unstated answer.
  package var undeterminedRules: [Rule] { undetermined.value }
  /// Rules that one answer keeps from firing.
  package var nearMisses: [NearMiss] { missed.value }
}

/// A rule that one answer keeps from firing.
package struct NearMiss: Sendable {
  package let rule: Rule
  /// The index of the requirement that objects.
  package let objecting: Int
}
