import CatalogModel
import DecisionEngine
import DesignModel
import Requirements
import TestSupport
import Testing

@Suite struct DesignTests {
  @Test func followsTheRecommendationWhereNothingIsDecided() throws {
    let design = try DesignSample.design(DesignSample.wonOpportunity)
    let recommended = DecisionTable(try Repository.catalog()).decide(design.answers).recommendation
    #expect(design.pattern?.candidate.id == recommended.pattern?.candidate.id)
    #expect(design.topology?.candidate.id == recommended.topology?.candidate.id)
    #expect(
      design.technologies.map(\.candidate.id) == recommended.technologies.map(\.ranked.candidate.id))
    #expect(design.practices.map(\.practice.id) == recommended.practices.map(\.practice.id))
    #expect(design.practices.map(\.obligedBy) == recommended.practices.map(\.obligedBy))
    #expect(design.warnings.map(\.id) == recommended.warnings.map(\.id))
    #expect(design.departures.isEmpty)
    #expect(!design.reasons.isEmpty)
  }

  @Test func buildsWhatTheArchitectsDecidedAndRecordsTheDeparture() throws {
    let design = try DesignSample.design(
      DesignSample.wonOpportunity + """
        decision:
          pattern: request-reply
          topology: point-to-point
          technologies: [apex-callout-sync]
          because: The answer is shown at once.
        """)
    #expect(design.pattern?.candidate.id == "request-reply")
    #expect(design.topology?.candidate.id == "point-to-point")
    #expect(design.technologies.map(\.candidate.id) == ["apex-callout-sync"])
    #expect(design.technologies.map(\.role?.id) == ["invoke"])
    #expect(design.departures.map(\.what) == [.pattern, .topology, .technology])
    #expect(design.departures.first?.recommended.map(\.id) == ["fire-and-forget"])
    #expect(design.departures.first?.decided.map(\.id) == ["request-reply"])
    #expect(design.decisionBecause == "The answer is shown at once.")
    #expect(!design.obliges("dead-letter-queue"))
  }

  @Test func fillsTheRolesOfADecidedPatternWhoseTechnologiesAreLeftOpen() throws {
    let design = try DesignSample.design(
      DesignSample.wonOpportunity + "decision: { pattern: request-reply, topology: point-to-point }\n")
    #expect(design.technologies.map(\.role?.id) == ["invoke"])
    #expect(design.departures.contains { $0.what == .technology })
  }

  @Test func putsDecidedTechnologiesIntoDataOrder() throws {
    let design = try DesignSample.design(
      DesignSample.wonOpportunity
        + "decision: { technologies: [mulesoft-anypoint, pub-sub-api, platform-events] }\n")
    #expect(
      design.technologies.map(\.candidate.id) == ["platform-events", "pub-sub-api", "mulesoft-anypoint"])
  }

  @Test func countsWhatIsDeliveredAnewWhereTheArchitectsLeaveOutTheRelay() throws {
    let relayed = DesignSample.requirements
      .replacing("protocol: odata", with: "protocol: eventbridge")
      .replacing("consumers: 1", with: "consumers: 3")
    #expect(try delivered(relayed) == ["event-relay": QuantityValue(20_000)])
    #expect(
      try delivered(relayed + "decision: { technologies: [platform-events] }\n")
        == ["platform-events": QuantityValue(60_000)])
  }

  private func delivered(_ text: String) throws -> [String: QuantityValue] {
    let findings = try DesignSample.design(text).capacity.filter { $0.limit.id == "event-delivery-daily" }
    return Dictionary(uniqueKeysWithValues: findings.map { ($0.technology.id, $0.spent) })
  }

  @Test func agreesWithADecisionThatNamesTheRecommendationInAnotherOrder() throws {
    let recommended = try DesignSample.design(DesignSample.wonOpportunity).technologies.map(\.candidate.id)
    let list = recommended.reversed().joined(separator: ", ")
    let design = try DesignSample.design(
      DesignSample.wonOpportunity + "decision: { technologies: [\(list)] }\n")
    #expect(design.departures.isEmpty)
    #expect(design.technologies.map(\.candidate.id) == recommended)
  }

  @Test func listsTheUnstatedRequirementsThatRulesAskFor() throws {
    let design = try DesignSample.design(DesignSample.wonOpportunity)
    let ids = design.unknowns.map(\.id.description)
    #expect(Set(ids).count == ids.count)
    #expect(!ids.contains("latency.human-waits"))
    #expect(!ids.isEmpty)
  }

  @Test func isTheSameTwice() throws {
    let first = try DesignSample.design(DesignSample.wonOpportunity)
    let second = try DesignSample.design(DesignSample.wonOpportunity)
    #expect(first.flow == second.flow)
    #expect(first.practices.map(\.practice) == second.practices.map(\.practice))
  }
}
