/// The kinds of knowledge that a catalog holds, in the order in which they are listed.
package enum EntryKind: String, Sendable, Hashable, CaseIterable {
  case pattern, topology, technology, practice
  case antiPattern = "anti-pattern"
  case rule, limit, derivation, constraint, contradiction, requirement, role, source, scenario

  /// The word for several of them; also the name of their folder, where they have one.
  package var plural: String {
    switch self {
    case .pattern: "patterns"
    case .topology: "topologies"
    case .technology: "technologies"
    case .practice: "practices"
    case .antiPattern: "anti-patterns"
    case .rule: "rules"
    case .limit: "limits"
    case .derivation: "derivations"
    case .constraint: "constraints"
    case .contradiction: "contradictions"
    case .requirement: "requirements"
    case .role: "roles"
    case .source: "sources"
    case .scenario: "scenarios"
    }
  }

  /// The path of the file of such an entry below the catalog's folder.
  package func path(of id: String) -> String {
    switch self {
    case .requirement: "vocabulary.yaml"
    case .role: "roles.yaml"
    case .pattern, .topology, .technology, .practice, .antiPattern, .rule, .limit, .derivation, .constraint,
      .contradiction, .source, .scenario:
      "\(plural)/\(id).yaml"
    }
  }
}
