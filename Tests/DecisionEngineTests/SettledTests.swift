import CatalogModel
import DecisionEngine
import Requirements
import TestSupport
import Testing

/// What is called settled stays as it is under every completion of the unknown answers.
@Suite struct SettledTests {
  @Test(arguments: [6, 8, 9])
  func noCompletionChangesWhatIsSettled(stated: Int) throws {
    let catalog = try Repository.catalog()
    let table = DecisionTable(catalog)
    var generator = SplitMix64(seed: 11 + UInt64(stated))
    var settled = 0
    for _ in 0..<60 {
      let answers = catalog.vocabulary.randomAnswers(stated: stated, using: &generator)
      let decision = table.decide(answers)
      guard decision.recommendation.isSettled else { continue }
      settled += 1
      for _ in 0..<40 {
        let other = table.decide(completed(answers, decision, catalog.vocabulary, using: &generator))
        #expect(other.recommendation.choice == decision.recommendation.choice)
      }
    }
    #expect(settled > 0, "no case was settled, so that nothing was tried")
  }

  @Test func aProfileThatStatesEverythingIsSettled() throws {
    let catalog = try Repository.catalog()
    let table = DecisionTable(catalog)
    var generator = SplitMix64(seed: 3)
    for _ in 0..<40 {
      let answers = catalog.vocabulary.randomAnswers(stated: 10, using: &generator)
      #expect(table.decide(answers).recommendation.isSettled)
    }
  }

  /// Random answers to everything that is neither stated nor derived.
  private func completed(
    _ answers: Answers, _ decision: Decision, _ vocabulary: Vocabulary, using generator: inout SplitMix64
  ) -> Answers {
    var completed = answers
    for index in vocabulary.requirements.indices where decision.answers[index] == nil {
      completed[index] = vocabulary.randomAnswer(of: index, using: &generator)
    }
    return completed
  }
}

extension Recommendation {
  /// The ids of what is recommended.
  fileprivate var choice: [String] {
    [pattern?.candidate.id ?? "none", topology?.candidate.id ?? "none"]
      + technologies.map(\.ranked.candidate.id)
  }
}
