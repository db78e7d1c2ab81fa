import CatalogModel
package import Requirements

extension DecisionTable {
  package func makeEvaluation() -> Evaluation {
    Evaluation(
      verdicts: Verdicts(clauseCount: index.clauseCount),
      standings: Standings(candidateCount: catalog.candidates.count))
  }

  /// Evaluates all rules and ranks all candidates; the answers must be complete.
  package func rank(_ answers: Answers, into evaluation: inout Evaluation) {
    index.evaluate(answers, into: &evaluation.verdicts)
    rank(answers, &evaluation)
  }

  /// Ranks by the verdicts that are there.
  @inline(__always)
  private func rank(_ answers: Answers, _ evaluation: inout Evaluation) {
    effects.apply(evaluation.verdicts, ruleCount: ruleCount, to: &evaluation.standings)
    rank(answers, evaluation.verdicts, &evaluation.standings, into: &evaluation.ranking)
  }

  /// The same, unless every rule, role and limit holds and fails as in the baseline; whether it ranked.
  ///
  /// - Parameters:
  ///   - changed: the only requirement whose answer is not that of the baseline; `nil` where there may be more.
  ///   - mayTouchLimits: whether a limit may exclude otherwise although its condition holds as before.
  package func rank(
    _ answers: Answers, into evaluation: inout Evaluation, besides base: Baseline, changed: Int?,
    mayTouchLimits: Bool
  ) -> Bool {
    let isTold = changed.map {
      index.evaluate($0, answers[$0], besides: base, into: &evaluation.verdicts)
    }
    if isTold != true { index.evaluate(answers, into: &evaluation.verdicts) }
    if !mayTouchLimits, evaluation.verdicts.haveSameTruths(as: base.verdicts) { return false }
    rank(answers, &evaluation)
    return true
  }

  /// Excludes every technology that exceeds a limit, also those that the ranking had no need to look at.
  ///
  /// With it the evaluation holds all that an explanation needs: verdicts, standings and ranking.
  package func applyLimits(_ answers: Answers, to evaluation: inout Evaluation) {
    limits.apply(answers, evaluation.verdicts, to: &evaluation.standings)
  }

  /// Limits are looked at for the technologies that would be chosen, one after the other.
  private func rank(
    _ answers: Answers, _ verdicts: Verdicts, _ standings: inout Standings, into ranking: inout Ranking
  ) {
    sort(patterns, standings, into: &ranking.patterns)
    sort(topologies, standings, into: &ranking.topologies)
    ranking.pattern = ranking.patterns.first.flatMap {
      !standings.excluded[$0] && standings.scores[$0] > 0 ? $0 : nil
    }
    ranking.topology = ranking.topologies.first.flatMap { standings.excluded[$0] ? nil : $0 }
    ranking.technologies.removeAll(keepingCapacity: true)
    ranking.gaps.removeAll(keepingCapacity: true)
    if let pattern = ranking.pattern {
      for role in roles[pattern] { fill(role, answers, verdicts, &standings, into: &ranking) }
    } else {
      fillFromTopology(answers, verdicts, &standings, into: &ranking)
    }
  }

  /// By insertion into the array that is already there; each key is computed once.
  private func sort(_ candidates: Range<Int>, _ standings: Standings, into sorted: inout [Int]) {
    sorted.removeAll(keepingCapacity: true)
    sorted.append(contentsOf: candidates)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: candidates.count) { keys in
      sorted.withUnsafeMutableBufferPointer { sorted in
        for (count, candidate) in candidates.enumerated() {
          let key = rankingKey(of: candidate, fit: .best, standings)
          var place = count
          while place > 0, keys[place - 1] < key {
            keys[place] = keys[place - 1]
            sorted[place] = sorted[place - 1]
            place -= 1
          }
          keys[place] = key
          sorted[place] = candidate
        }
      }
    }
  }

  private func fill(
    _ role: CompiledRole, _ answers: Answers, _ verdicts: Verdicts, _ standings: inout Standings,
    into ranking: inout Ranking
  ) {
    if role.isFromTopology { return fillFromTopology(answers, verdicts, &standings, into: &ranking) }
    guard isPresent(role, verdicts, ranking.technologies) else { return }
    guard let best = best(for: role, answers, verdicts, &standings) else {
      if !role.isOptional { ranking.gaps.append(role.id) }
      return
    }
    guard !ranking.technologies.contains(where: { $0.candidate == best }) else { return }
    ranking.technologies.append(Ranking.FilledRole(role: role.id, candidate: best))
  }

  private func fillFromTopology(
    _ answers: Answers, _ verdicts: Verdicts, _ standings: inout Standings, into ranking: inout Ranking
  ) {
    guard let topology = ranking.topology else { return }
    for role in roles[topology] where !role.isFromTopology {
      fill(role, answers, verdicts, &standings, into: &ranking)
    }
  }

  /// Whether a role stands in the design: its condition is not no, and what it follows is there.
  private func isPresent(
    _ role: CompiledRole, _ verdicts: Verdicts, _ filled: [Ranking.FilledRole]
  ) -> Bool {
    if let clause = role.clause, !verdicts.possible.contains(clause) { return false }
    return role.after.isEmpty || filled.contains { role.after.contains($0.candidate) }
  }

  /// The best that no limit excludes.
  private func best(
    for role: CompiledRole, _ answers: Answers, _ verdicts: Verdicts, _ standings: inout Standings
  ) -> Int? {
    while let best = best(for: role, standings) {
      guard limits.exclude(best, answers, verdicts) else { return best }
      standings.limit(best)
    }
    return nil
  }

  private func best(for role: CompiledRole, _ standings: Standings) -> Int? {
    var best: (candidate: Int, key: Int)?
    for rated in role.technologies where !standings.excluded[rated.candidate] {
      let key = rankingKey(of: rated.candidate, fit: rated.fit, standings)
      if key > best?.key ?? .min { best = (rated.candidate, key) }
    }
    return best?.candidate
  }

  /// Eligibility, then fit, then points, then status, then declared order, in one number.
  func rankingKey(of candidate: Int, fit: Fit, _ standings: Standings) -> Int {
    let eligible = standings.excluded[candidate] ? 0 : 1
    let points = min(max(standings.scores[candidate], -Self.pointsBound), Self.pointsBound) + Self.pointsBound
    let (status, order) = (tieBreaks[candidate].status, tieBreaks[candidate].order)
    return (((eligible * 4 + fit.rawValue) * (2 * Self.pointsBound + 1) + points) * 8 + status) << 16 | order
  }

  private static var pointsBound: Int { 100_000 }
}
