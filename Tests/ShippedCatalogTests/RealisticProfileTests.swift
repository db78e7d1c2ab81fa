import CatalogModel
import DecisionEngine
import Requirements
import TestSupport
import Testing

/// What the shipped catalog decides about realistic profiles, on one page, so that an edit of the catalog is
/// reviewed by its effect.
@Suite struct RealisticProfileTests {
  @Test func decisionsAreThoseOfThePage() throws {
    let catalog = try Repository.catalog()
    let table = DecisionTable(catalog)
    let profiles = try Repository.profiles(below: "Tests/Fixtures/decisions", catalog)
    try #require(profiles.count >= 60)
    let entries = profiles.map { profile in
      let decision = table.decide(profile.answers)
      return DecisionPage.entry(profile.id, decision.recommendation) + details(decision)
    }
    let difference = Golden.difference(
      of: entries.joined(separator: "\n") + "\n", from: "recommend/realistic-profiles.txt")
    #expect(difference == nil)
  }

  /// What a design has to do besides, the anti-patterns, and the limits that are tight or exceeded.
  private func details(_ decision: Decision) -> String {
    let practices = decision.recommendation.practices.map(\.practice.id)
    let tempted = decision.antiPatterns.map(\.id)
    let limits = decision.capacity.compactMap { finding -> String? in
      switch finding.verdict {
      case .fits, .unknown: nil
      case .tight: "\(finding.limit.id) tight"
      case .exceeded: "\(finding.limit.id) exceeded"
      }
    }
    return line("with", practices) + line("beware of", tempted) + line("watch", limits)
  }

  private func line(_ word: String, _ ids: [String]) -> String {
    let unique = Set(ids).sorted()
    return unique.isEmpty ? "" : "\n  \(word) \(unique.joined(separator: ", "))"
  }

  @Test func everyPatternAndTopologyIsRecommendedSomewhere() throws {
    let catalog = try Repository.catalog()
    let table = DecisionTable(catalog)
    let profiles = try Repository.profiles(below: "Tests/Fixtures/decisions", catalog)
    let stated = profiles.map(\.answers) + catalog.scenarios.map(\.answers)
    let recommended = Set(stated.flatMap { table.decide($0).recommendation.chosenPatternAndTopology })
    let candidates = catalog.candidates.filter { $0.kind != .technology }.map(\.id)
    #expect(candidates.filter { !recommended.contains($0) } == [])
  }

  @Test func everyRoleOfARealisticProfileIsFilled() throws {
    let catalog = try Repository.catalog()
    let table = DecisionTable(catalog)
    for profile in try Repository.profiles(below: "Tests/Fixtures/decisions", catalog) {
      let recommendation = table.decide(profile.answers).recommendation
      #expect(recommendation.gaps.isEmpty, "\(profile.id): \(recommendation.gaps)")
      #expect(recommendation.pattern != nil, "\(profile.id) has no pattern")
    }
  }
}
