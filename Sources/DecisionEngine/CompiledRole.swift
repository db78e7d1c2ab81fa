import CatalogModel

/// A role with its technologies as indices of candidates.
struct CompiledRole: Sendable {
  let id: String
  /// The clause of its condition; `nil` where it has none.
  let clause: Int?
  let after: [Int]
  let isOptional: Bool
  let isFromTopology: Bool
  let technologies: [Rated]

  struct Rated: Sendable {
    let candidate: Int
    let fit: Fit
  }

  init(_ role: Role, clause: Int?, indices: [String: Int]) {
    id = role.id
    self.clause = clause
    after = role.after.compactMap { indices[$0] }
    isOptional = role.isOptional
    isFromTopology = role.isFromTopology
    technologies = role.candidates.compactMap { rated in
      indices[rated.id].map { Rated(candidate: $0, fit: rated.fit) }
    }
  }
}
