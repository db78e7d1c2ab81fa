import CatalogModel
package import Requirements

extension DecisionTable {
  /// Decides for one set of stated answers, with the whole trace.
  ///
  /// - Parameter decided: the ids that the architects chose instead, for anti-patterns that they bear.
  package func decide(_ stated: Answers, decided: [String] = []) -> Decision {
    let (answers, derived) = complete(stated)
    var evaluation = makeEvaluation()
    rank(answers, into: &evaluation)
    applyLimits(answers, to: &evaluation)
    let trace = Trace(table: self, answers: answers, evaluation: evaluation)
    return Decision(
      answers: answers,
      derived: derived.mapValues { catalog.derivations[$0] },
      recommendation: trace.recommendation,
      patterns: evaluation.ranking.patterns.map(trace.ranked),
      topologies: evaluation.ranking.topologies.map(trace.ranked),
      technologies: trace.technologies,
      firedRules: trace.rules(with: .yes),
      undeterminedRules: trace.rules(with: .unknown),
      nearMisses: trace.nearMisses,
      antiPatterns: trace.antiPatterns(decided: decided),
      capacity: evaluation.ranking.technologies.flatMap { trace.capacity.findings(of: $0.candidate) },
      violatedConstraints: catalog.constraints.filter { $0.never.evaluate(answers) == .yes })
  }
}

/// Turns the bits of one evaluation into what a decision tells.
struct Trace {
  let table: DecisionTable
  let answers: Answers
  let evaluation: Evaluation

  var catalog: Catalog { table.catalog }
  var ranking: Ranking { evaluation.ranking }
  var capacity: CapacityCheck {
    CapacityCheck(table: table, answers: answers, verdicts: evaluation.verdicts)
  }

  func rules(with truth: Truth) -> [Rule] {
    catalog.rules.indices.filter { evaluation.verdicts.truth(of: $0) == truth }.map { catalog.rules[$0] }
  }

  func ranked(_ candidate: Int) -> RankedCandidate {
    var contributions: [RankedCandidate.Contribution] = []
    var exclusions: [Rule] = []
    for (number, rule) in catalog.rules.enumerated() where evaluation.verdicts.truth(of: number) == .yes {
      let own = table.effects.contributions(of: number).filter { $0.candidate == candidate }
      if own.contains(where: \.isExclusion) { exclusions.append(rule) }
      let points = own.reduce(0) { $0 + $1.points }
      if points != 0 { contributions.append(RankedCandidate.Contribution(rule: rule, points: points)) }
    }
    return RankedCandidate(
      candidate: catalog.candidates[candidate], isEligible: !evaluation.standings.excluded[candidate],
      score: evaluation.standings.scores[candidate],
      contributions: contributions.sorted {
        (-abs($0.points), $0.rule.id) < (-abs($1.points), $1.rule.id)
      },
      exclusions: exclusions,
      exceededLimits: evaluation.standings.excluded[candidate]
        ? capacity.findings(of: candidate).filter { $0.effect == .excludes } : [])
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
      guard clause < catalog.rules.count else { return nil }
      let rule = catalog.rules[clause]
      let objecting = rule.when.tests.first { $0.evaluate(answers) == .no }
      return objecting.map { NearMiss(rule: rule, objecting: $0.requirement) }
    }
  }

  func antiPatterns(decided: [String]) -> [AntiPattern] {
    let chosen = Set(recommendedIDs + decided)
    return catalog.antiPatterns.enumerated().filter { number, antiPattern in
      evaluation.verdicts.truth(of: table.clause(ofAntiPattern: number)) == .yes
        && (antiPattern.recommended.isEmpty || antiPattern.recommended.contains(where: chosen.contains))
    }.map(\.element)
  }

  var recommendedIDs: [String] {
    let chosen =
      [ranking.pattern, ranking.topology].compactMap { $0 } + ranking.technologies.map(\.candidate)
    return chosen.map { catalog.candidates[$0].id }
  }
}
