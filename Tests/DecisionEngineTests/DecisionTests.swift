import CatalogModel
import DecisionEngine
import Diagnostics
import Requirements
import TestSupport
import Testing

@Suite struct DecisionTests {
  private func table(_ rules: [(String, String)]) -> DecisionTable {
    var bag = DiagnosticBag()
    let catalog = TinyCatalog.make(rules, into: &bag)
    #expect(bag.isEmpty, "\(bag.sorted)")
    return DecisionTable(catalog)
  }

  private func answers(flag: Bool? = nil, other: Bool? = nil, count: Int? = nil) -> Answers {
    var answers = Answers(count: 4)
    answers[0] = flag.map(Answer.boolean)
    answers[1] = other.map(Answer.boolean)
    answers[2] = count.map(Answer.quantity)
    return answers
  }

  private let preferTwo = TinyCatalog.rule(
    "prefer-two", when: "{ a.flag: true }", then: "[ { prefer: two, points: 10 } ]")
  private let preferOne = TinyCatalog.rule(
    "prefer-one", when: "{ a.other: true }", then: "[ { prefer: one, points: 10 } ]")

  @Test func recommendsNoPatternWithoutPointsAndSaysSo() {
    let recommendation = table([preferTwo]).decide(answers(flag: false)).recommendation
    #expect(recommendation.pattern == nil)
    #expect(recommendation.topology?.candidate.id == "flat")
    #expect(recommendation.margin == nil)
  }

  @Test func recommendsThePatternWithTheMostPointsAndItsMargin() {
    let recommendation = table([preferTwo]).decide(answers(flag: true)).recommendation
    #expect(recommendation.pattern?.candidate.id == "two")
    #expect(recommendation.margin == 10)
    #expect(recommendation.runnerUp?.candidate.id == "one")
  }

  @Test func breaksATieByDeclaredOrderAndShowsIt() {
    let recommendation = table([preferOne, preferTwo]).decide(answers(flag: true, other: true)).recommendation
    #expect(recommendation.pattern?.candidate.id == "one")
    #expect(recommendation.margin == 0)
  }

  @Test func neverOutvotesAKnockOut() {
    let exclude = TinyCatalog.rule("no-two", when: "{ a.other: true }", then: "[ { exclude: two } ]")
    let decision = table([preferTwo, exclude]).decide(answers(flag: true, other: true))
    #expect(decision.recommendation.pattern == nil)
    let two = decision.patterns.first { $0.candidate.id == "two" }
    #expect(two?.isEligible == false)
    #expect(two?.exclusions.map(\.id) == ["no-two"])
  }

  @Test func requiringOneExcludesTheOthersOfItsKindOnly() {
    let require = TinyCatalog.rule("only-two", when: "{ a.flag: true }", then: "[ { require: two } ]")
    let decision = table([require]).decide(answers(flag: true))
    #expect(decision.patterns.filter(\.isEligible).map(\.candidate.id) == ["two"])
    #expect(decision.topologies.filter(\.isEligible).count == 2)
  }

  @Test func fillsRolesInDataOrderByFitThenPointsThenStatus() {
    let base = TinyCatalog.rule("one", when: "{ a.flag: true }", then: "[ { prefer: one, points: 5 } ]")
    let hammer = TinyCatalog.rule(
      "hammer", when: "{ a.other: true }", then: "[ { prefer: hammer, points: 5 } ]")
    let table = table([base, hammer])
    func technologies(_ answers: Answers) -> [String] {
      table.decide(answers).recommendation.technologies.map(\.ranked.candidate.id)
    }
    #expect(technologies(answers(flag: true, other: true)) == ["hammer", "anvil"])
    #expect(technologies(answers(flag: true, other: false)) == ["tongs"])
  }

  @Test func namesATechnologyOnceThoughTwoRolesWouldTakeIt() {
    let rules = [
      TinyCatalog.rule(
        "one", when: "{ a.flag: true }", then: "[ { prefer: [one, deep, hammer], points: 5 } ]")
    ]
    let chosen = table(rules).decide(answers(flag: true)).recommendation.technologies
    #expect(chosen.map(\.ranked.candidate.id) == ["hammer", "anvil"])
    #expect(chosen.map(\.role.id) == ["first", "middle"])
  }

  @Test func reportsARoleThatNothingCanFill() {
    let rules = [
      TinyCatalog.rule(
        "one", when: "{ a.flag: true }", then: "[ { prefer: one, points: 5 }, { exclude: [hammer, tongs] } ]")
    ]
    #expect(table(rules).decide(answers(flag: true)).recommendation.gaps == ["first"])
  }

  @Test func obligesAPracticeOnlyWhereItsCandidateIsRecommended() {
    let oblige = TinyCatalog.rule("care", when: "{ a.flag: true }", then: "[ { oblige: care, on: one } ]")
    let table = table([oblige, preferOne])
    #expect(table.decide(answers(flag: true)).recommendation.practices.isEmpty)
    let obliged = table.decide(answers(flag: true, other: true)).recommendation.practices
    #expect(obliged.map(\.practice.id) == ["care"])
    #expect(obliged.map(\.obligedBy) == ["care"])
  }

  @Test func keepsAnUnstatedRequirementUnknown() {
    let decision = table([preferTwo]).decide(answers())
    #expect(decision.firedRules.isEmpty)
    #expect(decision.undeterminedRules.map(\.id) == ["prefer-two"])
    #expect(!decision.recommendation.isSettled)
  }

  @Test func namesTheOneAnswerThatKeptARuleFromFiring() {
    let rule = TinyCatalog.rule(
      "both", when: "{ a.flag: true, a.other: true }", then: "[ { prefer: two, points: 1 } ]")
    let misses = table([rule]).decide(answers(flag: true, other: false)).nearMisses
    #expect(misses.map(\.rule.id) == ["both"])
    #expect(misses.map(\.objecting) == [1])
  }

  @Test func derivesWhatIsNotStatedAndLetsAStatedAnswerWin() {
    let derivation = (
      "derivations/flag.yaml",
      """
      id: flag
      derives: a.flag
      rows: [ { when: { a.other: true }, gives: true } ]
      because: It follows.
      source: book
      examples: [ { given: { a.other: true }, expect: true }, { given: {}, expect: unknown } ]
      """
    )
    let table = table([preferTwo, derivation])
    #expect(table.decide(answers(other: true)).recommendation.pattern?.candidate.id == "two")
    #expect(table.decide(answers(flag: false, other: true)).recommendation.pattern == nil)
    #expect(table.decide(answers(other: true)).derived.keys.sorted() == [0])
  }
}
