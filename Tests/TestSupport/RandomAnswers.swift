package import Requirements

extension Vocabulary {
  /// Random answers, of which about every `stated`th in ten is given.
  package func randomAnswers(stated: Int, using generator: inout SplitMix64) -> Answers {
    var answers = Answers(count: requirements.count)
    for index in requirements.indices where Int.random(in: 0..<10, using: &generator) < stated {
      answers[index] = randomAnswer(of: index, using: &generator)
    }
    return answers
  }

  /// A random answer to one requirement; quantities lie near what conditions usually ask for.
  package func randomAnswer(of index: Int, using generator: inout SplitMix64) -> Answer {
    let quantities = [
      0, 1, 2, 3, 5, 200, 201, 2_000, 2_001, 5_000, 5_001, 60_000, 120_000, 1_000_000, 86_400_000,
    ]
    switch self[index].type {
    case .enumeration(let words): return .choice(Int.random(in: words.indices, using: &generator))
    case .boolean: return .boolean(Bool.random(using: &generator))
    case .list(let words): return .choices(UInt64.random(in: 0..<1 << UInt64(words.count), using: &generator))
    case .count, .duration, .size: return .quantity(quantities.randomElement(using: &generator) ?? 0)
    case .text: return .text("text")
    }
  }
}
