import CatalogModel
import Requirements

extension Trace {
  /// Whether no completion of the unknown answers changes pattern, topology or technologies.
  ///
  /// A proof by bounds: every undetermined rule is taken to fall against the winner. Where the
  /// bounds are too wide the answer is no, never a wrong yes.
  var isSettled: Bool {
    guard derived.allSatisfy({ isSettled($0.key, givenBy: $0.value) }) else { return false }
    guard let topology = ranking.topology, isSettled(topology, among: table.topologies) else { return false }
    guard let pattern = ranking.pattern else {
      return table.patterns.allSatisfy(cannotWin) && table.roles[topology].allSatisfy(isSettled)
    }
    guard isSettled(pattern, among: table.patterns), leastScore(of: pattern) > 0 else { return false }
    return (table.roles[pattern] + table.roles[topology]).allSatisfy(isSettled)
  }

  /// Whether no derivation that comes before can still give another answer in place of this one.
  private func isSettled(_ requirement: Int, givenBy number: Int) -> Bool {
    catalog.derivations[..<number].allSatisfy { derivation in
      derivation.derives != requirement
        || derivation.rows.allSatisfy { $0.when.evaluate(answers) == .no || $0.gives == answers[requirement] }
    }
  }

  private func isSettled(_ winner: Int, among rivals: Range<Int>) -> Bool {
    !mayBeExcluded(winner)
      && rivals.allSatisfy { $0 == winner || beats(winner, $0, fit: .best, rivalFit: .best) }
  }

  private func isSettled(_ role: CompiledRole) -> Bool {
    if role.isFromTopology { return true }
    if let clause = role.clause, evaluation.verdicts.truth(of: clause) == .unknown { return false }
    let best = role.technologies.filter { !evaluation.standings.excluded[$0.candidate] }
      .max { key(of: $0) < key(of: $1) }
    guard let best else { return role.technologies.allSatisfy { isSurelyExcluded($0.candidate) } }
    return !mayBeExcluded(best.candidate)
      && role.technologies.allSatisfy {
        $0.candidate == best.candidate
          || beats(best.candidate, $0.candidate, fit: best.fit, rivalFit: $0.fit)
      }
  }

  private func key(of rated: CompiledRole.Rated) -> Int {
    table.rankingKey(of: rated.candidate, fit: rated.fit, evaluation.standings)
  }

  private func mayBeExcluded(_ candidate: Int) -> Bool {
    undetermined.contains { rule in
      table.effects.contributions(of: rule).contains { $0.candidate == candidate && $0.isExclusion }
    }
      || limits(of: candidate).contains { condition(of: $0) != .no && $0.mayExclude(answers) }
  }

  /// Whether a fired rule excludes it, or a limit under every completion.
  private func isSurelyExcluded(_ candidate: Int) -> Bool {
    let standings = evaluation.standings
    guard standings.excluded[candidate], standings.isLimited[candidate] else {
      return standings.excluded[candidate]
    }
    return limits(of: candidate).contains { condition(of: $0) == .yes && $0.mustExclude(answers) }
  }

  private func limits(of candidate: Int) -> [CompiledLimit] {
    table.limits.rows(of: candidate).map { table.limits.rows[$0] }
  }

  private func condition(of limit: CompiledLimit) -> Truth {
    limit.clause.map(evaluation.verdicts.truth) ?? .yes
  }

  private func cannotWin(_ pattern: Int) -> Bool {
    isSurelyExcluded(pattern) || mostScore(of: pattern) <= 0
  }

  /// Whether the winner stays ahead of a rival when each undetermined rule falls as it hurts most.
  private func beats(_ winner: Int, _ rival: Int, fit: Fit, rivalFit: Fit) -> Bool {
    if isSurelyExcluded(rival) || fit > rivalFit { return true }
    guard fit == rivalFit else { return false }
    let scores = evaluation.standings.scores
    let worst = undetermined.reduce(scores[winner] - scores[rival]) { margin, rule in
      margin + min(0, points(of: winner, in: rule) - points(of: rival, in: rule))
    }
    let (mine, theirs) = (table.tieBreaks[winner], table.tieBreaks[rival])
    return worst > 0 || (worst == 0 && (mine.status, mine.order) > (theirs.status, theirs.order))
  }

  private func points(of candidate: Int, in rule: Int) -> Int {
    table.effects.contributions(of: rule).reduce(0) { $1.candidate == candidate ? $0 + $1.points : $0 }
  }

  private func leastScore(of candidate: Int) -> Int {
    undetermined.reduce(evaluation.standings.scores[candidate]) { $0 + min(0, points(of: candidate, in: $1)) }
  }

  private func mostScore(of candidate: Int) -> Int {
    undetermined.reduce(evaluation.standings.scores[candidate]) { $0 + max(0, points(of: candidate, in: $1)) }
  }
}
