import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Generation
import Requirements
import Testing
import YAMLSyntax

/// Profiles for tests of generation, and what is made of them.
enum SampleProfile {
  static let head = """
    id: won-deal
    title: A won deal becomes an order
    description: Sales goes on.
    latency: { human-waits: false, within: soon }
    volume: { events-per-hour-peak: 4_000, payload: 4KB }
    remote: { name: SAP S/4HANA, response-time: 8s }
    security: { auth: basic, compliance: [pii] }

    """

  static let contract = """
    contract:
      endpoint: { base-url: "https://erp.example.com:8443/api/v1", named-credential: ERP_API }
      event: Order_Requested__e
      messages:
        - name: create-order
          operation: create
          path: /orders/{orderKey}
          salesforce-object: Opportunity
          external-entity: Order
          external-id: ERP_Order_Id__c
          fields:
            - { salesforce: Id, external: opportunityId, type: string, max-length: 18, required: true }
            - { salesforce: Account.Key__c, external: class, type: string, max-length: 5 }
            - { salesforce: Amount, external: amount, type: decimal, precision: 5, scale: 2, default: 0.50 }
            - { salesforce: CloseDate, external: closeDate, type: date, pii: true }
            - { external: state, type: enum, values: [NEW, OLD] }
            - salesforce: Lines__r
              external: lines
              type: list
              of: [ { salesforce: Qty__c, external: quantity, type: integer, required: true } ]
          response:
            - { salesforce: ERP_Order_Id__c, external: orderId, type: string, required: true }
          examples:
            - request: { opportunityId: "006000000000001AAA", amount: 12.50, closeDate: "2026-12-24" }
              response: { orderId: O-77 }
        - { name: read-order, operation: read, path: /orders }

    """

  static func read(_ text: String, _ catalog: Catalog) throws -> Profile {
    var bag = DiagnosticBag()
    let tree = try #require(YAMLTree.parse(SourceFile(name: "profile.yaml", text: text), into: &bag))
    return ProfileReader(vocabulary: catalog.vocabulary).read(tree)
  }

  /// What is generated for a profile, and what is found.
  static func generate(
    _ text: String = head + contract, _ templates: [String: String] = [:],
    _ settings: WorkspaceSettings = WorkspaceSettings()
  ) throws -> (files: [GeneratedFile]?, findings: [Diagnostic]) {
    let catalog = try SampleCatalog.make()
    let profile = try read(text, catalog)
    let decision = DecisionTable(catalog).decide(profile.answers)
    var bag = DiagnosticBag()
    let set = TemplateSet.check(SampleTemplates.with(templates), against: catalog, into: &bag)
    guard !bag.hasErrors else { return (nil, bag.sorted) }
    let generator = Generator(
      templates: set, catalog: catalog, identity: GeneratorIdentity(version: "1.2.3"))
    let files = generator.generate(Design(profile, decision, catalog, settings), of: profile, into: &bag)
    return (files, bag.sorted)
  }

  /// What a template gives for a profile.
  static func render(_ template: String, of text: String = head + contract) throws -> String? {
    let changes = ["page/page.md.mustache": template, "page/kind.yaml": plainPage]
    let generated = try generate(text, changes)
    try #require(generated.findings.map(\.message) == [])
    return generated.files?.first { $0.kind == "page" }.map { String(decoding: $0.contents, as: UTF8.self) }
  }

  private static let plainPage = """
    id: page
    title: A page
    files:
      - { path: page.txt, template: page.md.mustache, language: text, ownership: merged }
    """
}
