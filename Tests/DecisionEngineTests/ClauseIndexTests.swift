import CatalogModel
import DecisionEngine
import Requirements
import TestSupport
import Testing

/// The compiled index against the evaluator that goes predicate by predicate.
@Suite struct ClauseIndexTests {
  @Test(arguments: [0, 2, 5, 8, 10])
  func agreesWithTheNaiveEvaluatorOnTheShippedRules(stated: Int) throws {
    let catalog = try Repository.catalog()
    let table = DecisionTable(catalog)
    let naive = NaiveEvaluator(predicates: DecisionTable.predicates(of: catalog))
    var generator = SplitMix64(seed: UInt64(stated))
    var verdicts = Verdicts(clauseCount: naive.predicates.count)
    for _ in 0..<400 {
      let answers = catalog.vocabulary.randomAnswers(stated: stated, using: &generator)
      table.index.evaluate(answers, into: &verdicts)
      let expected = naive.evaluate(answers)
      #expect(verdicts.possible == expected.possible)
      #expect(verdicts.nearMisses == expected.nearMisses)
      for clause in naive.predicates.indices {
        #expect(verdicts.truth(of: clause) == naive.predicates[clause].evaluate(answers))
      }
    }
  }

  /// What is told from a baseline is what a whole evaluation says.
  @Test(arguments: [0, 3, 7, 10])
  func oneOtherAnswerIsToldFromTheBaseline(stated: Int) throws {
    let catalog = try Repository.catalog()
    let table = DecisionTable(catalog)
    var generator = SplitMix64(seed: UInt64(100 + stated))
    var (whole, told) = (table.makeEvaluation(), table.makeEvaluation())
    for _ in 0..<40 {
      let answers = catalog.vocabulary.randomAnswers(stated: stated, using: &generator)
      table.rank(answers, into: &whole)
      let base = table.index.baseline(answers, whole.verdicts)
      for requirement in catalog.vocabulary.requirements.indices {
        var changed = answers
        changed[requirement] =
          Bool.random(using: &generator)
          ? nil : catalog.vocabulary.randomAnswer(of: requirement, using: &generator)
        table.rank(changed, into: &whole)
        let hasRanked = table.rank(
          changed, into: &told, besides: base, changed: requirement, mayTouchLimits: true)
        #expect(hasRanked)
        #expect(told.verdicts.possible == whole.verdicts.possible)
        for clause in 0..<table.index.clauseCount {
          #expect(told.verdicts.truth(of: clause) == whole.verdicts.truth(of: clause))
        }
        #expect(told.ranking == whole.ranking)
      }
    }
  }

  @Test func agreesWithTheNaiveEvaluatorOnRandomPredicates() {
    let vocabulary = Vocabulary(requirements: [
      Requirement(id: .init(section: "a", key: "word"), type: .enumeration(["x", "y", "z"]), asks: "?"),
      Requirement(id: .init(section: "a", key: "flag"), type: .boolean, asks: "?"),
      Requirement(id: .init(section: "a", key: "count"), type: .count, asks: "?"),
      Requirement(id: .init(section: "a", key: "list"), type: .list(["p", "q", "r", "s"]), asks: "?"),
    ])
    var generator = SplitMix64(seed: 7)
    for _ in 0..<60 {
      let predicates = (0..<Int.random(in: 1...130, using: &generator)).map { _ in
        Self.randomPredicate(using: &generator)
      }
      let index = ClauseIndex(predicates: predicates, vocabulary: vocabulary)
      let naive = NaiveEvaluator(predicates: predicates)
      var verdicts = Verdicts(clauseCount: predicates.count)
      for _ in 0..<40 {
        let answers = vocabulary.randomAnswers(stated: 7, using: &generator)
        index.evaluate(answers, into: &verdicts)
        let expected = naive.evaluate(answers)
        #expect(verdicts.possible == expected.possible)
        #expect(verdicts.nearMisses == expected.nearMisses)
      }
    }
  }

  private static func randomPredicate(using generator: inout SplitMix64) -> Predicate {
    var tests: [RequirementTest] = []
    for requirement in 0..<4 where Bool.random(using: &generator) {
      tests.append(
        RequirementTest(requirement: requirement, accepts: acceptance(requirement, using: &generator)))
    }
    return Predicate(tests: tests)
  }

  private static func acceptance(_ requirement: Int, using generator: inout SplitMix64) -> Acceptance {
    switch requirement {
    case 0: return .choice(UInt64.random(in: 1..<8, using: &generator))
    case 1: return .boolean(Bool.random(using: &generator))
    case 2:
      let lower = [0, 1, 5, 200, 2_001].randomElement(using: &generator) ?? 0
      return .quantity(lower...(Bool.random(using: &generator) ? .max : lower + 3_000))
    default:
      let mask = UInt64.random(in: 1..<16, using: &generator)
      return Bool.random(using: &generator) ? .holdsAny(mask) : .holdsNone(mask)
    }
  }
}
