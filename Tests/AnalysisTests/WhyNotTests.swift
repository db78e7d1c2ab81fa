import Analysis
import CatalogModel
import DecisionEngine
import Diagnostics
import JSONSyntax
import Reporting
import Requirements
import TestSupport
import Testing

@Suite struct WhyNotTests {
  private static let rules = [
    TinyCatalog.rule("flag-one", when: "{ a.flag: true }", then: "[ { prefer: one, points: 10 } ]"),
    TinyCatalog.rule("other-two", when: "{ a.other: true }", then: "[ { prefer: two, points: 15 } ]"),
    TinyCatalog.rule(
      "many-bar-two", when: "{ a.count: { above: 5 }, a.flag: true }", then: "[ { exclude: two } ]"),
    TinyCatalog.rule("few-two", when: "{ a.count: { up-to: 5 } }", then: "[ { prefer: two, points: 3 } ]"),
  ]

  private let catalog: Catalog
  private let table: DecisionTable

  init() throws {
    var bag = DiagnosticBag()
    catalog = TinyCatalog.make(Self.rules, into: &bag)
    // The examples of a rule on few suit one on many.
    try #require(bag.diagnostics.allSatisfy { $0.id == .exampleFails }, "\(bag.diagnostics.map(\.message))")
    table = DecisionTable(catalog)
  }

  private func answers(flag: Bool? = nil, other: Bool? = nil, count: Int? = nil) -> Answers {
    var answers = Answers(count: catalog.vocabulary.requirements.count)
    answers[0] = flag.map(Answer.boolean)
    answers[1] = other.map(Answer.boolean)
    answers[2] = count.map(Answer.quantity)
    return answers
  }

  private func whyNot(_ id: String, _ answers: Answers) throws -> WhyNot {
    var explorer = OutlookExplorer(table)
    let candidate = try #require(catalog.candidate(id))
    return WhyNotExplorer(table.decide(answers), catalog).explain(candidate, answers, &explorer)
  }

  @Test func setsTheKnockOutBeforeThePoints() throws {
    let whyNot = try whyNot("two", answers(flag: true, other: true, count: 10))
    #expect(!whyNot.standing.isEligible)
    #expect(whyNot.standing.exclusions.map(\.id) == ["many-bar-two"])
    #expect(whyNot.standing.score == 15)
    #expect(whyNot.winner?.candidate.id == "one")
    #expect(whyNot.winner?.score == 10)
  }

  @Test func findsEachSingleAnswerThatMakesItWin() throws {
    let whyNot = try whyNot("two", answers(flag: true, other: true, count: 10))
    let names = whyNot.answers.map { "\(catalog.vocabulary[$0.requirement].id) \($0.answer.text)" }
    #expect(names == ["a.flag false", "a.count below 6"])
  }

  @Test func namesTheAnswerThatKeepsARuleFromFiring() throws {
    let whyNot = try whyNot("two", answers(flag: true, other: false, count: 10))
    #expect(whyNot.nearMisses.map(\.rule.id) == ["few-two", "other-two"])
    #expect(whyNot.nearMisses.map { $0.objecting?.requirement } == [2, 1])
    #expect(whyNot.waiting.isEmpty)
  }

  @Test func namesTheRulesThatWaitForAnAnswer() throws {
    let whyNot = try whyNot("two", answers(flag: true))
    #expect(whyNot.waiting.map(\.rule.id) == ["few-two", "other-two"])
    #expect(whyNot.nearMisses.isEmpty)
    #expect(whyNot.answers.map(\.requirement) == [1])
  }

  @Test func hasNothingToSayAgainstTheWinner() throws {
    let whyNot = try whyNot("one", answers(flag: true))
    #expect(whyNot.isRecommended)
    #expect(whyNot.winner == nil && whyNot.answers.isEmpty && whyNot.nearMisses.isEmpty)
  }

  @Test func tellsWhatKeepsATechnologyOutOfItsPart() throws {
    let whyNot = try whyNot("hammer", answers(flag: true))
    #expect(whyNot.parts.map(\.role.id) == ["first"])
    #expect(whyNot.winner?.candidate.id == "tongs")
    let anvil = try self.whyNot("anvil", answers(flag: true))
    #expect(anvil.parts.map(\.obstacle) == [.follows(["hammer"])])
  }

  @Test func theReportHasBothSidesOfThePoints() throws {
    let answers = answers(flag: true, other: true, count: 10)
    let decision = table.decide(answers)
    var explorer = OutlookExplorer(table)
    let profile = Profile(
      file: SourceFile(name: "p.yaml", text: ""), id: "p", title: "P", owner: nil, description: nil,
      answers: answers, contract: nil, contractPlace: nil, decision: nil)
    let report = WhyNotReport.make(
      [try whyNot("two", answers)], profile: profile, decision: decision,
      outlook: explorer.explore(answers), catalog: catalog)
    let page = report.rendered(as: .terminal)
    #expect(Golden.difference(of: page, from: "pages/why-not-two.txt") == nil)
    #expect(report.payload["schema"] == "decision/1")
  }

  /// What is promised comes true, on the shipped catalog.
  @Test func everyAnswerThatItNamesMakesItWin() throws {
    let catalog = try Repository.catalog()
    let table = DecisionTable(catalog)
    var explorer = OutlookExplorer(table)
    var generator = SplitMix64(seed: 7)
    var count = 0
    for _ in 0..<3 {
      let answers = catalog.vocabulary.randomAnswers(stated: 5, using: &generator)
      for candidate in catalog.candidates(of: .pattern) + catalog.candidates(of: .topology) {
        for flip in explorer.answers(recommending: candidate, answers) {
          var changed = answers
          changed[flip.requirement] = flip.answer.sample
          let recommendation = table.decide(changed).recommendation
          let chosen = [recommendation.pattern, recommendation.topology].compactMap { $0?.candidate.id }
          #expect(chosen.contains(candidate.id))
          count += 1
        }
      }
    }
    #expect(count > 0)
  }
}
