import CatalogModel
package import DecisionEngine
package import Requirements

/// Tries answers on a decision table.
package struct OutlookExplorer {
  let table: DecisionTable
  let ruleDomains: [AnswerDomain]
  private var evaluation: Evaluation
  /// The answers that are tried, changed in place: a copy of them costs as much as a ranking.
  private var trial: Answers
  /// The same with those that follow from them, for trials of answers from which nothing follows.
  private var settled: Answers
  /// What other choices are compared with.
  private var present: (base: Baseline, ranking: Ranking, choice: Choice)?

  package init(_ table: DecisionTable) {
    self.table = table
    ruleDomains = table.domains
    evaluation = table.makeEvaluation()
    trial = Answers(count: table.catalog.vocabulary.requirements.count)
    settled = trial
  }

  /// What other answers would make of the decision under these stated answers.
  package mutating func explore(_ stated: Answers) -> Outlook {
    guard let present = begin(stated) else { return Outlook(unknowns: [], flips: []) }
    let complete = table.complete(stated).answers
    let domains = table.refine(ruleDomains, under: complete)
    var unknowns: [OpenQuestion] = []
    var flips: [Flip] = []
    for requirement in domains.indices {
      if stated[requirement] == nil {
        guard complete[requirement] == nil else { continue }
        if let question = question(requirement, domains[requirement], present) {
          unknowns.append(question)
        }
      } else {
        flips += self.flips(requirement, domains[requirement], stated, present)
      }
    }
    return Outlook(unknowns: unknowns.sorted(by: Self.isMoreDecisive), flips: flips)
  }

  private mutating func question(
    _ requirement: Int, _ domain: AnswerDomain, _ present: Choice
  ) -> OpenQuestion? {
    let outcomes = outcomes(of: requirement, domain.cells, present)
    let changed = Aspect.allCases.filter { aspect in outcomes.contains { $0.changes.contains(aspect) } }
    guard !changed.isEmpty else { return nil }
    return OpenQuestion(
      requirement: requirement, outcomes: merged(outcomes, of: requirement), canChange: changed)
  }

  private mutating func flips(
    _ requirement: Int, _ domain: AnswerDomain, _ stated: Answers, _ present: Choice
  ) -> [Flip] {
    let outcomes = outcomes(of: requirement, alternatives(to: stated[requirement], domain), present)
    return flips(
      of: requirement, outcomes.filter { $0.changes.contains(.pattern) || $0.changes.contains(.topology) })
  }

  /// What each of some answers leads to, without those that cannot occur.
  mutating func outcomes(
    of requirement: Int, _ cells: [AnswerDomain.Cell], _ present: Choice
  ) -> [Outcome] {
    cells.compactMap { cell in
      choose(requirement, cell.sample).map { choice in
        Outcome(answer: cell, choice: choice, changes: choice.changes(from: present))
      }
    }
  }

  func flips(of requirement: Int, _ outcomes: [Outcome]) -> [Flip] {
    merged(outcomes, of: requirement).map {
      Flip(requirement: requirement, answer: $0.answer, choice: $0.choice, changes: $0.changes)
    }
  }

  /// Neighbouring cells that lead to the same recommendation become one.
  private func merged(_ outcomes: [Outcome], of requirement: Int) -> [Outcome] {
    var merged: [Outcome] = []
    for outcome in outcomes {
      if let last = merged.last, last.choice == outcome.choice,
        let cell = table.union(last.answer, outcome.answer, of: requirement)
      {
        merged[merged.count - 1] = Outcome(answer: cell, choice: last.choice, changes: last.changes)
      } else {
        merged.append(outcome)
      }
    }
    return merged
  }

  /// The other cells; for a list, each word added to it or taken from it.
  func alternatives(to answer: Answer?, _ domain: AnswerDomain) -> [AnswerDomain.Cell] {
    guard case .choices(let held) = answer else {
      let own = domain.cell(of: answer)
      return domain.cells.enumerated().filter { $0.offset != own }.map(\.element)
    }
    return domain.cells.compactMap { cell in
      guard case .choices(let word) = cell.sample, word != 0 else { return nil }
      let isHeld = held & word != 0
      return AnswerDomain.Cell(sample: .choices(isHeld ? held & ~word : held | word)) {
        (isHeld ? "without " : "with ") + cell.text
      }
    }
  }

  /// Takes these answers as those that are changed one by one; their recommendation, or `nil` where they
  /// cannot occur together.
  mutating func begin(_ stated: Answers) -> Choice? {
    (trial, settled) = (stated, table.complete(stated).answers)
    present = nil
    guard isPossible(settled) else { return nil }
    table.rank(settled, into: &evaluation)
    let choice = choice(of: evaluation.ranking)
    present = (table.index.baseline(settled, evaluation.verdicts), evaluation.ranking, choice)
    return choice
  }

  /// The recommendation with one answer changed; `nil` where the answers cannot occur together, with the change or
  /// before it.
  mutating func choose(_ requirement: Int, _ answer: Answer) -> Choice? {
    let stated = trial[requirement]
    guard table.feedsDerivations[requirement] else {
      settled[requirement] = answer
      defer { settled[requirement] = stated }
      return choose(settled, changed: requirement)
    }
    trial[requirement] = answer
    let derived = table.derive(into: &trial)
    defer {
      for requirement in derived { trial[requirement] = nil }
      trial[requirement] = stated
    }
    let isOnly = table.catalog.derivations.allSatisfy { trial[$0.derives] == settled[$0.derives] }
    return choose(trial, changed: isOnly ? requirement : nil)
  }

  /// - Parameter changed: the only requirement whose answer is not the present one; `nil` where there may
  ///   be more.
  private mutating func choose(_ answers: Answers, changed: Int?) -> Choice? {
    guard let present, isPossible(answers) else { return nil }
    let hasRanked = table.rank(
      answers, into: &evaluation, besides: present.base, changed: changed,
      mayTouchLimits: changed.map { table.feedsLimits[$0] } ?? true)
    guard hasRanked, !present.ranking.recommendsTheSame(as: evaluation.ranking) else { return present.choice }
    return choice(of: evaluation.ranking)
  }

  private func isPossible(_ answers: Answers) -> Bool {
    table.catalog.constraints.allSatisfy { $0.never.evaluate(answers) != .yes }
  }

  private func choice(of ranking: Ranking) -> Choice {
    let candidates = table.catalog.candidates
    return Choice(
      pattern: ranking.pattern.map { candidates[$0].id },
      topology: ranking.topology.map { candidates[$0].id },
      technologies: ranking.technologies.map { candidates[$0.candidate].id })
  }

  /// By the most decisive aspect, then by how many outcomes differ, then by the vocabulary's order.
  private static func isMoreDecisive(_ left: OpenQuestion, _ right: OpenQuestion) -> Bool {
    func key(_ question: OpenQuestion) -> [Int] {
      let counts = Aspect.allCases.map { aspect in
        -question.outcomes.count { $0.changes.contains(aspect) }
      }
      return counts + [question.requirement]
    }
    return key(left).lexicographicallyPrecedes(key(right))
  }
}

extension Choice {
  /// In what this choice differs from another.
  package func changes(from other: Choice) -> [Aspect] {
    Aspect.allCases.filter { aspect in
      switch aspect {
      case .pattern: pattern != other.pattern
      case .topology: topology != other.topology
      case .technologies: technologies != other.technologies
      }
    }
  }
}

extension AnswerDomain {
  /// The number of the cell that an answer falls into.
  func cell(of answer: Answer?) -> Int? {
    guard case .quantity(let value) = answer else { return cells.firstIndex { $0.sample == answer } }
    let holding = cells.firstIndex { cell in
      guard case .quantity(let upper) = cell.sample else { return false }
      return value <= upper
    }
    return holding ?? cells.indices.last
  }
}
