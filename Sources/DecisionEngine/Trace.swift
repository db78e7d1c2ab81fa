import CatalogModel
import Requirements

/// Turns the bits of one evaluation into what a decision tells.
struct Trace: Sendable {
  let table: DecisionTable
  let answers: Answers
  /// The derivation that gave each answer that is not stated, by their indices.
  let derived: [Int: Int]
  let evaluation: Evaluation
  /// The indices of the rules that fire, and of those that rest on an unstated answer.
  let fired: [Int]
  let undetermined: [Int]
  let firedRules: [Rule]

  init(table: DecisionTable, answers: Answers, derived: [Int: Int], evaluation: Evaluation) {
    self.table = table
    self.answers = answers
    self.derived = derived
    self.evaluation = evaluation
    let truths = (0..<table.ruleCount).map(evaluation.verdicts.truth)
    fired = truths.indices.filter { truths[$0] == .yes }
    undetermined = truths.indices.filter { truths[$0] == .unknown }
    firedRules = fired.map { table.catalog.rules[$0] }
  }

  var catalog: Catalog { table.catalog }
  var ranking: Ranking { evaluation.ranking }
  var capacity: CapacityCheck { CapacityCheck(table: table, answers: answers) }

  var undeterminedRules: [Rule] { undetermined.map { catalog.rules[$0] } }

  func ranked(_ candidate: Int) -> RankedCandidate {
    var contributions: [RankedCandidate.Contribution] = []
    var exclusions: [Rule] = []
    for (place, number) in fired.enumerated() {
      var (points, isExcluded) = (0, false)
      for own in table.effects.contributions(of: number) where own.candidate == candidate {
        points += own.points
        isExcluded = isExcluded || own.isExclusion
      }
      if isExcluded { exclusions.append(firedRules[place]) }
      guard points != 0 else { continue }
      contributions.append(RankedCandidate.Contribution(rule: firedRules[place], points: points))
    }
    return RankedCandidate(
      candidate: catalog.candidates[candidate], isEligible: !evaluation.standings.excluded[candidate],
      score: evaluation.standings.scores[candidate],
      contributions: RankedCandidate.Contribution.sorted(contributions),
      exclusions: exclusions,
      exceeded: Deferred {
        evaluation.standings.excluded[candidate]
          ? capacity.findings(of: candidate).filter { $0.effect == .excludes } : []
      })
  }

  /// The technologies that a rule or a recommended role touches, the recommended first.
  var technologies: [RankedCandidate] {
    let recommended = ranking.technologies.map(\.candidate)
    let standings = evaluation.standings
    let others = table.technologies.filter {
      !recommended.contains($0) && (standings.scores[$0] != 0 || standings.excluded[$0])
    }
    let sorted = others.sorted {
      table.rankingKey(of: $0, fit: .best, standings) > table.rankingKey(of: $1, fit: .best, standings)
    }
    return (recommended + sorted).map(ranked)
  }

  var nearMisses: [NearMiss] {
    evaluation.verdicts.nearMisses.members.compactMap { clause in
      guard clause < table.ruleCount else { return nil }
      let rule = catalog.rules[clause]
      let objecting = rule.when.tests.first { $0.evaluate(answers) == .no }
      return objecting.map { NearMiss(rule: rule, objecting: $0.requirement) }
    }
  }

  func antiPatterns(decided: [String]) -> [AntiPattern] {
    let chosen = Set(recommendedIDs + decided)
    let holding = catalog.antiPatterns.indices.filter {
      evaluation.verdicts.truth(of: table.clause(ofAntiPattern: $0)) == .yes
    }
    return holding.map { catalog.antiPatterns[$0] }.filter {
      $0.recommended.isEmpty || $0.recommended.contains(where: chosen.contains)
    }
  }

  var recommendedIDs: [String] {
    let chosen =
      [ranking.pattern, ranking.topology].compactMap { $0 } + ranking.technologies.map(\.candidate)
    return chosen.map { catalog.candidates[$0].id }
  }
}
