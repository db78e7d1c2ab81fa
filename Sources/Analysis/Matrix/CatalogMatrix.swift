package import CatalogModel
package import DecisionEngine
import Requirements

/// Candidates against the values of requirements, with what rules make of each pair.
package struct CatalogMatrix: Sendable {
  package let kind: CandidateKind
  /// In the vocabulary's order; only requirements whose answer bears on a candidate of the kind.
  package let sections: [Section]

  /// The values of one requirement.
  package struct Section: Sendable {
    /// The index of the requirement.
    package let requirement: Int
    package let values: [AnswerDomain.Cell]
    /// Only candidates that a value bears on, in the catalog's order.
    package let rows: [Row]
  }

  /// One candidate under every value.
  package struct Row: Sendable {
    package let candidate: Candidate
    package let cells: [MatrixCell]
  }

  /// - Parameter requirement: the index of the only requirement that is shown; `nil` for all.
  package static func make(
    _ table: DecisionTable, kind: CandidateKind, requirement: Int? = nil
  ) -> CatalogMatrix {
    let domains = table.domains
    let indices = requirement.map { [$0] } ?? Array(domains.indices)
    let sections = indices.compactMap { index in
      section(index, domains[index].cells, table.catalog.candidates(of: kind), table.catalog)
    }
    return CatalogMatrix(kind: kind, sections: sections)
  }

  private static func section(
    _ index: Int, _ values: [AnswerDomain.Cell], _ candidates: [Candidate], _ catalog: Catalog
  ) -> Section? {
    let asking = catalog.rules.compactMap { rule -> (rule: Rule, test: RequirementTest)? in
      rule.when.tests.first { $0.requirement == index }.map { (rule, $0) }
    }
    let rows = candidates.compactMap { candidate -> Row? in
      let bearing = asking.map { ($0.rule, $0.test, $0.rule.bearing(on: candidate, in: catalog)) }
        .filter { !$0.2.isNone }
      guard !bearing.isEmpty else { return nil }
      let cells = values.map { value in
        bearing.filter { $0.1.accepts.holds(for: value.sample) }.reduce(into: MatrixCell()) {
          $0.add($1.0, $1.2)
        }
      }
      return cells.contains { !$0.rules.isEmpty } ? Row(candidate: candidate, cells: cells) : nil
    }
    return rows.isEmpty ? nil : Section(requirement: index, values: values, rows: rows)
  }
}
