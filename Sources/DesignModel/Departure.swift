package import CatalogModel

/// A place where the architects' decision differs from the recommendation.
package struct Departure: Sendable, Hashable {
  package let what: CandidateKind
  /// In the order of the recommendation; none where nothing was recommended.
  package let recommended: [Candidate]
  /// In the order of the design.
  package let decided: [Candidate]
}
