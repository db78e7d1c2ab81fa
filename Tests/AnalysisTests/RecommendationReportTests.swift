import Analysis
import CatalogModel
import DecisionEngine
import Diagnostics
import Reporting
import Requirements
import TestSupport
import Testing

@Suite struct RecommendationReportTests {
  /// The recommendation of the tiny catalog with these rules, where the flag is up.
  private func report(_ rules: (String, String)...) throws -> String {
    var bag = DiagnosticBag()
    let catalog = TinyCatalog.make(rules, into: &bag)
    try #require(bag.isEmpty, "\(bag.diagnostics.map(\.message))")
    var answers = Answers(count: catalog.vocabulary.requirements.count)
    answers[0] = .boolean(true)
    let table = DecisionTable(catalog)
    let profile = Profile(
      file: SourceFile(name: "p.yaml", text: ""), id: "p", title: "P", owner: nil, description: nil,
      answers: answers, contract: nil, contractPlace: nil, decision: nil)
    var explorer = OutlookExplorer(table)
    return RecommendationReport.make(
      profile: profile, decision: table.decide(answers), outlook: explorer.explore(answers), catalog: catalog
    ).rendered(as: .terminal)
  }

  @Test(arguments: [("one", "two"), ("flat", "deep")])
  func equalPointsAreToldAsATie(_ winner: String, _ rival: String) throws {
    let text = try report(
      TinyCatalog.rule("for-one", when: "{ a.flag: true }", then: "[ { prefer: \(winner), points: 10 } ]"),
      TinyCatalog.rule("for-two", when: "{ a.flag: true }", then: "[ { prefer: \(rival), points: 10 } ]"))
    #expect(text.contains("10 points, tied with \(rival)"))
  }
}
