/// A question that sources answer differently, and which answer the catalog goes by.
package struct Contradiction: Sendable, Hashable {
  package let id: String
  package let title: String
  /// The ids of the entries whose pages show it.
  package let concerns: [String]
  package let claims: [Claim]
  package let verdict: String
  /// What the verdict rests on.
  package let citations: [Citation]
  package let origin: Origin

  /// What one side says.
  package struct Claim: Sendable, Hashable {
    package let says: String
    package let citations: [Citation]
  }
}
