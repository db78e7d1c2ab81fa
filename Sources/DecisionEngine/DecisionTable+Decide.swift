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
    let trace = Trace(table: self, answers: answers, derived: derived, evaluation: evaluation)
    let recommended = evaluation.ranking.technologies.map(\.candidate)
    return Decision(
      answers: answers,
      derived: derived.mapValues { catalog.derivations[$0] },
      recommendation: trace.recommendation,
      patterns: evaluation.ranking.patterns.map(trace.ranked),
      topologies: evaluation.ranking.topologies.map(trace.ranked),
      touched: Deferred { trace.technologies },
      firedRules: trace.firedRules,
      undetermined: Deferred { trace.undeterminedRules },
      missed: Deferred { trace.nearMisses },
      antiPatterns: trace.antiPatterns(decided: decided),
      capacity: findings(of: recommended, trace.capacity),
      violatedConstraints: catalog.constraints.filter { $0.never.evaluate(answers) == .yes })
  }

  /// What some technologies would spend under one set of stated answers, whatever is recommended.
  package func capacity(of technologies: [String], under stated: Answers) -> [CapacityFinding] {
    let check = CapacityCheck(table: self, answers: complete(stated).answers)
    let candidates = technologies.compactMap { id in catalog.candidates.firstIndex { $0.id == id } }
    return findings(of: candidates, check)
  }

  /// What is found for technologies that stand beside one another.
  private func findings(of candidates: [Int], _ check: CapacityCheck) -> [CapacityFinding] {
    let ids = Set(candidates.map { catalog.candidates[$0].id })
    return candidates.flatMap { check.findings(of: $0, beside: ids) }
  }
}
