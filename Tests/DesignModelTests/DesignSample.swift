import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Requirements
import TestSupport
import Testing
import YAMLSyntax

/// Designs of profiles that are written in a test.
enum DesignSample {
  static func design(_ text: String) throws -> Design {
    let catalog = try Repository.catalog()
    var bag = DiagnosticBag()
    let tree = try #require(YAMLTree.parse(SourceFile(name: "profile.yaml", text: text), into: &bag))
    let profile = ProfileReader(vocabulary: catalog.vocabulary).read(tree)
    return Design(profile, DecisionTable(catalog).decide(profile.answers), catalog, WorkspaceSettings())
  }

  static let wonOpportunity = requirements + contract

  static let requirements = """
    id: opportunity-to-order
    title: A won opportunity becomes an order
    exchange:
      { direction: salesforce-to-external, data-flow: out-of-salesforce, type: process, trigger: record-change }
    latency: { human-waits: false, within: 60s }
    volume: { events-per-day: 20_000, events-per-hour-peak: 4_000, payload: 4KB }
    licensing: { owned: [mulesoft], budget: normal }
    remote: { name: SAP, protocol: odata, response-time: 8s, availability: variable }
    landscape: { systems: 3, consumers: 1 }
    reliability: { delivery: exactly-once-effect, event-contract: custom }
    team: { skills: [apex, mule] }

    """

  private static let contract = """
    contract:
      endpoint: { base-url: "https://erp.example.com" }
      event: Order_Requested__e
      messages:
        - name: create-order
          operation: create
          path: /orders
          fields: [ { salesforce: Id, external: opportunityId, type: string } ]
          response: [ { salesforce: ERP_Order_Id__c, external: orderId, type: string } ]

    """
}
