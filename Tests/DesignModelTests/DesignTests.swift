import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Requirements
import TestSupport
import Testing
import YAMLSyntax

@Suite struct DesignTests {
  private func design(_ text: String) throws -> Design {
    let catalog = try Repository.catalog()
    var bag = DiagnosticBag()
    let tree = try #require(YAMLTree.parse(SourceFile(name: "profile.yaml", text: text), into: &bag))
    let profile = ProfileReader(vocabulary: catalog.vocabulary).read(tree)
    let decision = DecisionTable(catalog).decide(profile.answers)
    return Design(profile, decision, catalog, WorkspaceSettings())
  }

  private static let wonOpportunity = """
    id: opportunity-to-order
    title: A won opportunity becomes an order
    exchange: { direction: salesforce-to-external, data-flow: out-of-salesforce, type: process, trigger: record-change }
    latency: { human-waits: false, within: 60s }
    volume: { events-per-day: 20_000, events-per-hour-peak: 4_000, payload: 4KB }
    licensing: { owned: [mulesoft], budget: normal }
    remote: { name: SAP, protocol: odata, response-time: 8s, availability: variable }
    landscape: { systems: 3, consumers: 1 }
    reliability: { delivery: exactly-once-effect, event-contract: custom }
    team: { skills: [apex, mule] }

    """

  @Test func followsTheRecommendationWhereNothingIsDecided() throws {
    let text = Self.wonOpportunity
    let design = try design(text)
    let catalog = try Repository.catalog()
    let decision = DecisionTable(catalog).decide(design.answers)
    let recommended = decision.recommendation
    #expect(design.pattern?.candidate.id == recommended.pattern?.candidate.id)
    #expect(design.topology?.candidate.id == recommended.topology?.candidate.id)
    #expect(
      design.technologies.map(\.candidate.id) == recommended.technologies.map(\.ranked.candidate.id))
    #expect(design.practices.map(\.practice.id) == recommended.practices.map(\.practice.id))
    #expect(design.warnings.map(\.id) == recommended.warnings.map(\.id))
    #expect(design.departures.isEmpty)
    #expect(!design.reasons.isEmpty)
  }
}
