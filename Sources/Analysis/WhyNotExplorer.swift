package import CatalogModel
package import DecisionEngine
package import Requirements

/// Finds why a candidate is not recommended.
package struct WhyNotExplorer {
  private let decision: Decision
  private let catalog: Catalog

  package init(_ decision: Decision, _ catalog: Catalog) {
    self.decision = decision
    self.catalog = catalog
  }

  /// - Parameters:
  ///   - stated: the answers that the decision was made under, without those that follow from them.
  ///   - outlook: tries other answers.
  package func explain(
    _ candidate: Candidate, _ stated: Answers, _ outlook: inout OutlookExplorer
  ) -> WhyNot {
    let parts = candidate.kind == .technology ? parts(of: candidate) : []
    let winner = winner(over: candidate, parts).map { CandidateStanding($0, decision, catalog) }
    let isRecommended = recommended.contains(candidate.id)
    return WhyNot(
      standing: CandidateStanding(candidate, decision, catalog), isRecommended: isRecommended,
      winner: isRecommended ? nil : winner, parts: isRecommended ? [] : parts,
      nearMisses: isRecommended ? [] : nearMisses(of: candidate, winner?.candidate),
      waiting: isRecommended ? [] : waiting(for: candidate, winner?.candidate),
      answers: isRecommended ? [] : outlook.answers(recommending: candidate, stated))
  }

  private var recommendation: Recommendation { decision.recommendation }

  private var recommended: [String] {
    [recommendation.pattern, recommendation.topology].compactMap { $0?.candidate.id }
      + recommendation.technologies.map(\.ranked.candidate.id)
  }

  private func winner(over candidate: Candidate, _ parts: [WhyNot.Part]) -> Candidate? {
    switch candidate.kind {
    case .pattern: recommendation.pattern?.candidate
    case .topology: recommendation.topology?.candidate
    case .technology: parts.lazy.compactMap(\.winner).first?.ranked.candidate
    }
  }

  // MARK: Parts

  private func parts(of technology: Candidate) -> [WhyNot.Part] {
    let owners = [recommendation.pattern, recommendation.topology].compactMap { $0?.candidate }
    return owners.flatMap { owner in owner.roles.compactMap { part(of: technology, in: $0, of: owner) } }
  }

  private func part(of technology: Candidate, in role: Role, of owner: Candidate) -> WhyNot.Part? {
    guard let rated = role.candidates.first(where: { $0.id == technology.id }),
      let description = catalog.role(role.id)
    else { return nil }
    let winner =
      recommendation.technologies.first { $0.role.id == role.id }
      ?? recommendation.technologies.first { taken in
        role.candidates.contains { $0.id == taken.ranked.candidate.id }
      }
    return WhyNot.Part(
      role: description, owner: owner, rated: rated, winner: winner,
      obstacle: obstacle(to: rated, in: role, winner))
  }

  private func obstacle(
    to rated: RatedTechnology, in role: Role, _ winner: RecommendedTechnology?
  ) -> WhyNot.Obstacle {
    if role.when.evaluate(decision.answers) == .no { return .absent(role.when) }
    if !role.after.isEmpty, !role.after.contains(where: recommended.contains) { return .follows(role.after) }
    let best = role.candidates.first { $0.id == winner?.ranked.candidate.id }
    return best.map { $0.fit > rated.fit } == true ? .fit : .none
  }

  // MARK: Chances

  private func nearMisses(of candidate: Candidate, _ winner: Candidate?) -> [WhyNot.Chance] {
    decision.nearMisses.compactMap { miss in
      let objecting = miss.rule.when.tests.first { $0.requirement == miss.objecting }
      return chance(miss.rule, objecting, candidate, winner)
    }
  }

  private func waiting(for candidate: Candidate, _ winner: Candidate?) -> [WhyNot.Chance] {
    decision.undeterminedRules.compactMap { chance($0, nil, candidate, winner) }
  }

  /// A rule that would bring the candidate nearer to the winner, or past it.
  private func chance(
    _ rule: Rule, _ objecting: RequirementTest?, _ candidate: Candidate, _ winner: Candidate?
  ) -> WhyNot.Chance? {
    let own = rule.bearing(on: candidate, in: catalog)
    let rival = winner.map { rule.bearing(on: $0, in: catalog) } ?? RuleBearing(points: 0, excludes: false)
    guard !own.excludes, rival.excludes || own.points > rival.points else { return nil }
    let unknown = rule.when.tests.filter { $0.evaluate(decision.answers) == .unknown }
    return WhyNot.Chance(rule: rule, objecting: objecting, unknown: unknown, own: own, rival: rival)
  }
}
