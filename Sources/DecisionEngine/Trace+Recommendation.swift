import CatalogModel
import Requirements

extension Trace {
  var recommendation: Recommendation {
    let runnerUp = eligibleRunnerUp(ranking.patterns, after: ranking.pattern)
    return Recommendation(
      pattern: ranking.pattern.map(ranked),
      topology: ranking.topology.map(ranked),
      technologies: ranking.technologies.compactMap(recommended),
      practices: practices,
      warnings: warnings,
      margin: margin(ranking.pattern, runnerUp),
      runnerUp: runnerUp.map(ranked),
      topologyMargin: margin(ranking.topology, eligibleRunnerUp(ranking.topologies, after: ranking.topology)),
      gaps: ranking.gaps,
      isSettled: isSettled)
  }

  private func eligibleRunnerUp(_ candidates: [Int], after winner: Int?) -> Int? {
    guard winner != nil else { return nil }
    return candidates.dropFirst().first { !evaluation.standings.excluded[$0] }
  }

  private func margin(_ winner: Int?, _ runnerUp: Int?) -> Int? {
    guard let winner, let runnerUp else { return nil }
    return evaluation.standings.scores[winner] - evaluation.standings.scores[runnerUp]
  }

  private func recommended(_ filled: Ranking.FilledRole) -> RecommendedTechnology? {
    let id = catalog.candidates[filled.candidate].id
    let owners = [ranking.pattern, ranking.topology].compactMap { $0 }.map { catalog.candidates[$0] }
    let rated = owners.lazy.flatMap(\.roles).filter { $0.id == filled.role }.flatMap(\.candidates)
      .first { $0.id == id }
    guard let role = catalog.role(filled.role), let rated else { return nil }
    return RecommendedTechnology(ranked: ranked(filled.candidate), role: role, rated: rated)
  }

  /// Those of the recommended candidates first, then those of the fired rules; each practice once.
  private var practices: [ObligedPractice] {
    let ids = recommendedIDs
    var obliged: [ObligedPractice] = []
    var seen: Set<String> = []
    for candidate in ids.compactMap(catalog.candidate) {
      for own in candidate.practices where seen.insert(own.id).inserted {
        guard let practice = catalog.practice(own.id) else { continue }
        obliged.append(
          ObligedPractice(
            practice: practice, because: own.because, citations: own.citations, obligedBy: candidate.id))
      }
    }
    for rule in firedRules {
      for case .oblige(let id, let on) in rule.effects where applies(on, to: ids) {
        guard seen.insert(id).inserted, let practice = catalog.practice(id) else { continue }
        let words = rule.words
        obliged.append(
          ObligedPractice(
            practice: practice, because: words.because, citations: words.citations, obligedBy: rule.id))
      }
    }
    return obliged.sorted { $0.practice.id < $1.practice.id }
  }

  private var warnings: [RaisedWarning] {
    let ids = recommendedIDs
    return firedRules.flatMap { rule in
      rule.effects.compactMap { effect in
        guard case .warn(let message, let on) = effect, applies(on, to: ids) else { return nil }
        return RaisedWarning(id: rule.id, message: message, citations: rule.citations)
      }
    }
  }

  private func applies(_ on: [String], to recommended: [String]) -> Bool {
    on.isEmpty || on.contains(where: recommended.contains)
  }
}
