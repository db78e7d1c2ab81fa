@testable import Analysis
import CatalogModel
import DecisionEngine
import Requirements
import TestSupport
import Testing

/// What is tried one answer at a time, held against whole decisions.
@Suite struct OutlookLawTests {
  private static let catalog = Result { try Repository.catalog() }

  /// The recommendation of a whole decision; `nil` where the answers cannot occur together.
  private static func decided(_ answers: Answers, _ table: DecisionTable) -> Choice? {
    let complete = table.complete(answers).answers
    guard table.catalog.constraints.allSatisfy({ $0.never.evaluate(complete) != .yes }) else { return nil }
    let recommendation = table.decide(answers).recommendation
    return Choice(
      pattern: recommendation.pattern?.candidate.id, topology: recommendation.topology?.candidate.id,
      technologies: recommendation.technologies.map(\.ranked.candidate.id))
  }

  /// Profiles that mostly can occur: those published, with a few answers replaced or taken away.
  private static func profile(_ catalog: Catalog, using random: inout SplitMix64) -> Answers {
    let scenario = catalog.scenarios[Int.random(in: 0..<catalog.scenarios.count, using: &random)]
    var answers = scenario.answers
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let requirement = Int.random(in: 0..<answers.count, using: &random)
      answers[requirement] =
        Bool.random(using: &random)
        ? nil : catalog.vocabulary.randomAnswer(of: requirement, using: &random)
    }
    return answers
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func everyTrialIsTheDecisionOfTheChangedAnswers(seed: UInt64) throws {
    let catalog = try Self.catalog.get()
    let table = DecisionTable(catalog)
    var random = SplitMix64(seed: seed)
    var explorer = OutlookExplorer(table)
    var changedCount = 0
    for _ in 0..<4 {
      let stated = Self.profile(catalog, using: &random)
      let present = explorer.begin(stated)
      #expect(present == Self.decided(stated, table))
      guard present != nil else { continue }
      let domains = table.refine(explorer.ruleDomains, under: table.complete(stated).answers)
      for requirement in domains.indices where Int.random(in: 0..<3, using: &random) == 0 {
        for cell in explorer.alternatives(to: stated[requirement], domains[requirement]) {
          var changed = stated
          changed[requirement] = cell.sample
          let choice = explorer.choose(requirement, cell.sample)
          #expect(
            choice == Self.decided(changed, table),
            "seed \(seed): \(catalog.vocabulary[requirement].id) \(cell.sample)")
          if choice != present { changedCount += 1 }
        }
      }
    }
    #expect(changedCount > 0, "a seed of which no trial changes anything tests nothing")
  }
}
