import Analysis
import CatalogModel
import DecisionEngine
import Diagnostics
import Reporting
import TestSupport
import Testing

@Suite struct CatalogMatrixTests {
  private func catalog() -> Catalog {
    var bag = DiagnosticBag()
    let rules = [
      TinyCatalog.rule("flag-one", when: "{ a.flag: true }", then: "[ { prefer: one, points: 10 } ]"),
      TinyCatalog.rule(
        "flag-many", when: "{ a.flag: true, a.count: { above: 5 } }",
        then: "[ { prefer: one, points: 4 }, { avoid: two, points: 3 } ]"),
      TinyCatalog.rule("other-two", when: "{ a.other: true }", then: "[ { exclude: two } ]"),
      TinyCatalog.rule("owned-p", when: "{ a.owned: p }", then: "[ { require: hammer } ]"),
    ]
    return TinyCatalog.make(rules, into: &bag)
  }

  private func texts(_ requirement: Int, _ kind: CandidateKind = .pattern) -> [String: [String]] {
    let matrix = CatalogMatrix.make(DecisionTable(catalog()), kind: kind, requirement: requirement)
    let rows = matrix.sections.flatMap(\.rows)
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.candidate.id, $0.cells.map(\.text)) })
  }

  @Test func tellsWhatIsCertainFromWhatRestsOnOtherAnswers() {
    #expect(texts(0) == ["one": ["+10 (+4)", ""], "two": ["(−3)", ""]])
  }

  @Test func marksKnockOuts() {
    #expect(texts(1) == ["two": ["✗", ""]])
  }

  @Test func aRequiredTechnologyKnocksOutTheOthers() {
    #expect(texts(3, .technology) == ["tongs": ["", "✗", ""], "anvil": ["", "✗", ""]])
  }

  @Test func leavesOutRequirementsThatBearOnNoCandidate() {
    let matrix = CatalogMatrix.make(DecisionTable(catalog()), kind: .topology)
    #expect(matrix.sections.isEmpty)
    #expect(
      CatalogMatrix.make(DecisionTable(catalog()), kind: .pattern).sections.map(\.requirement) == [0, 1, 2])
  }

  @Test func saysWhereNoRuleAsks() {
    let matrix = CatalogMatrix.make(DecisionTable(catalog()), kind: .topology)
    let text = MatrixReport.make(matrix, catalog()).rendered(as: .markdown)
    #expect(text.hasSuffix("There is no such rule about topologies.\n"))
  }

  @Test func breaksWideTablesAndLosesNoValue() throws {
    let catalog = try Repository.catalog()
    let matrix = CatalogMatrix.make(DecisionTable(catalog), kind: .technology)
    let report = MatrixReport.make(matrix, catalog)
    for case .table(let table) in report.blocks {
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
    let columns = report.blocks.reduce(0) { sum, block in
      if case .table(let table) = block { sum + table.columns.count - 1 } else { sum }
    }
    #expect(columns == matrix.sections.reduce(0) { $0 + $1.values.count })
  }
}
