import CatalogModel
import DecisionEngine

/// A scenario and what is decided for it.
struct ScenarioTrial {
  let scenario: Scenario
  let decision: Decision

  var trial: CatalogTrial {
    let expected = scenario.expected
    let failures = [choice, forbidden, technology, practice].compactMap { $0 }
    let optional = [expected.mustNot, expected.technologies, expected.practices]
    let checks = 1 + optional.count { !$0.isEmpty }
    return CatalogTrial(
      kind: .scenario, id: scenario.id, checks: checks, failures: failures, origin: scenario.origin)
  }

  private var recommendation: Recommendation { decision.recommendation }

  private var chosen: [String] {
    [recommendation.pattern?.candidate.id ?? "none", recommendation.topology?.candidate.id].compactMap { $0 }
  }

  private var technologies: [String] { recommendation.technologies.map(\.ranked.candidate.id) }

  /// The pattern or the topology is among those that the source accepts.
  private var choice: String? {
    let accepted = [scenario.expected.pattern] + scenario.expected.alsoAcceptable
    guard !chosen.contains(where: accepted.contains) else { return nil }
    return "recommends \(chosen.joined(separator: ", ")); expected \(accepted.joined(separator: " or "))"
  }

  /// Nothing that the source rules out is recommended.
  private var forbidden: String? {
    let found = scenario.expected.mustNot.filter((chosen + technologies).contains)
    return found.isEmpty ? nil : "recommends \(found.joined(separator: ", ")), which its source rules out"
  }

  /// The first expected technology is among the recommended.
  private var technology: String? {
    guard let first = scenario.expected.technologies.first, !technologies.contains(first) else { return nil }
    let found = technologies.isEmpty ? "no technology" : technologies.joined(separator: ", ")
    return "recommends \(found); expected \(first)"
  }

  /// Every practice that the source asks for is obliged.
  private var practice: String? {
    let obliged = recommendation.practices.map(\.practice.id)
    let missing = scenario.expected.practices.filter { !obliged.contains($0) }
    return missing.isEmpty ? nil : "obliges no \(missing.joined(separator: ", "))"
  }
}
