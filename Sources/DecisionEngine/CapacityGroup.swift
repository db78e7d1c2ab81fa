import CatalogModel

/// One finding, with all the technologies that share it.
package struct CapacityGroup {
  package let finding: CapacityFinding
  private var sharing: [CapacityFinding]

  /// The ids of the technologies.
  package var names: String { sharing.map(\.technology.id).joined(separator: ", ") }

  /// The technologies as people call them.
  package var titles: String { sharing.map(\.technology.title).joined(separator: ", ") }

  /// The gravest first; those alike in the order of their technologies.
  package static func groups(of findings: [CapacityFinding]) -> [CapacityGroup] {
    var groups: [CapacityGroup] = []
    for finding in findings {
      if let place = groups.firstIndex(where: { $0.isShared(by: finding) }) {
        groups[place].sharing.append(finding)
      } else {
        groups.append(CapacityGroup(finding: finding, sharing: [finding]))
      }
    }
    return CapacityFinding.Verdict.allCases.flatMap { verdict in
      groups.filter { $0.finding.verdict == verdict }
    }
  }

  private func isShared(by other: CapacityFinding) -> Bool {
    finding.limit.id == other.limit.id && finding.demand == other.demand
  }
}
