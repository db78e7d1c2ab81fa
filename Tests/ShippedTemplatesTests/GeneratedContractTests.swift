import Diagnostics
import Generation
import TestSupport
import Testing

/// Contracts, workflows and briefs of realistic profiles, as pages that show the effect of a change.
@Suite struct GeneratedContractTests {
  private static let shipped = Result { try ShippedTemplates() }

  @Test(arguments: [
    ("account-changes", "api/AccountChangeEvent.asyncapi.yaml"),
    ("account-changes", "api/AccountChangeEvent.avsc"),
    ("account-changes", "api/account-changes.queues.asyncapi.yaml"),
    ("account-changes", "docs/briefs/kafka.md"),
    ("account-changes", "docs/field-mapping.md"),
    ("apex-rest-service", "api/shipments-by-apex-rest-service.apex-rest.openapi.yaml"),
    ("changes-relay", "api/AccountChangeEvent.asyncapi.yaml"),
    ("changes-relay", "api/AccountChangeEvent.avsc"),
    ("every-platform", "api/every-platform.external-services.yaml"),
    ("every-platform", "api/every-platform.ingestion.openapi.yaml"),
    ("every-platform", "data-loader/upsert-customer.sdl"),
    ("every-platform", "docs/briefs/api-gateway.md"),
    ("every-platform", "docs/briefs/etl-tool.md"),
    ("every-platform", "docs/briefs/heroku-connect.md"),
    ("invoices-through-azure", "api/invoices-through-azure.openapi.yaml"),
    ("invoices-through-azure", "azure/book-invoice.json"),
    ("invoices-through-azure", "docs/briefs/azure-logic-apps.md"),
    ("invoices-through-azure", "docs/field-mapping.csv"),
    ("made-in-setup", "docs/setup/apex-soap-service.md"),
    ("made-in-setup", "docs/setup/data-360-actions.md"),
    ("made-in-setup", "docs/setup/data-import-wizard.md"),
    ("made-in-setup", "docs/setup/einstein-ai-apis.md"),
    ("made-in-setup", "docs/setup/mulesoft-for-flow.md"),
    ("made-in-setup", "docs/setup/streaming-api.md"),
    ("parcels-through-azure", "azure/update-parcel.json"),
  ])
  func areAsReviewed(profile: String, path: String) throws {
    try expect(path, of: "Tests/Fixtures/profiles/\(profile).yaml", asIn: profile)
  }

  @Test(arguments: [
    "Order_Requested__e.avsc", "opportunity-to-order.asyncapi.yaml", "opportunity-to-order.asyncapi-2.6.yaml",
    "opportunity-to-order.openapi.yaml",
  ])
  func ofTheOrderAreAsReviewed(name: String) throws {
    try expect("api/\(name)", of: "examples/opportunity-to-order.yaml", asIn: "opportunity-to-order")
  }

  private func expect(_ path: String, of profile: String, asIn folder: String) throws {
    let files = try #require(try Self.shipped.get().generate(profile).files)
    let file = try #require(files.first { $0.path.description == path })
    // A checkout may change the ends of lines, but not what they say.
    let text = String(decoding: file.contents, as: UTF8.self).replacing("\r\n", with: "\n")
    #expect(Golden.difference(of: text, from: "generated/\(folder)/\(path)") == nil)
  }

  /// The first workflow of a profile in which one text stands in place of another.
  private static func workflow(of profile: String, _ old: String = "", _ new: String = "") throws -> String {
    let source = try Repository.file("Tests/Fixtures/profiles/\(profile).yaml")
    let text = String(decoding: source.contents, as: UTF8.self)
    let (files, findings) = try shipped.get().generate(
      SourceFile(name: source.name, text: old.isEmpty ? text : text.replacing(old, with: new)))
    #expect(ShippedTemplates.text(ShippedTemplates.unexpected(findings)) == "")
    let file = (files ?? []).first { "\($0.path)".hasPrefix("azure/") }
    return String(decoding: try #require(file, "there is no workflow").contents, as: UTF8.self)
  }

  @Test func aWorkflowFailsWherePagesAreLeftOrSomethingCannotBeSetAside() throws {
    let text = try Self.workflow(of: "invoices-through-azure")
    #expect(text.contains("\"operationOptions\": \"FailWhenLimitsReached\""))
    #expect(text.contains("\"runAfter\": { \"Handle\": [\"Failed\", \"Skipped\", \"TimedOut\"] }"))
    #expect(text.contains("\"runAfter\": { \"Set_aside\": [\"Failed\", \"TimedOut\"] }"))
    #expect(text.contains("\"runStatus\": \"Failed\""))
    // A page that could not be read is not passed over.
    let next = try #require(text.firstRange(of: "\"Next_page\": {"))
    #expect(text[next.upperBound...].prefix(600).contains("\"Find_records\": [\"Succeeded\"]"))
  }

  @Test func whatSendsChangesIsNotMadeWhereSalesforceWaits() throws {
    let source = try Repository.file("Tests/Fixtures/profiles/mule-direct.yaml")
    let text = String(decoding: source.contents, as: UTF8.self)
      .replacing("mulesoft-anypoint", with: "azure-logic-apps").replacing("mtls", with: "basic")
    let files = try #require(
      try Self.shipped.get().generate(SourceFile(name: "asked.yaml", text: text)).files)
    #expect(!files.contains { "\($0.path)".hasPrefix("azure/") })
    let brief = try #require(files.first { $0.path.description == "docs/briefs/azure-logic-apps.md" })
    let page = String(decoding: brief.contents, as: UTF8.self)
    #expect(page.contains("not tried again on the way"))
    #expect(page.contains("| no answer within 1200 ms | Salesforce gives up;"))
    #expect(!page.contains("set aside"))
  }

  @Test func aWorkflowAnswersWithTheFieldsOfTheContractOnly() throws {
    let answer = "      response:\n        - { salesforce: Status__c, external: state, type: string }\n"
    let read = try Self.workflow(
      of: "parcels-through-azure", "      operation: upsert\n", "      operation: read\n" + answer)
    #expect(read.contains("'SELECT Id, Status__c FROM Parcel__c WHERE Tracking_Number__c = "))
    #expect(read.contains("'state', string(item()?['Status__c'])"))
    #expect(read.contains("\"@if(empty(body('Reply')), 404, 200)\""))
    #expect(!read.contains("\"method\": \"PATCH\""))
  }

  @Test func aWorkflowThatUpdatesMakesNoNewRecord() throws {
    #expect(!(try Self.workflow(of: "parcels-through-azure")).contains("updateOnly"))
    let update = try Self.workflow(of: "parcels-through-azure", "operation: upsert", "operation: update")
    #expect(update.contains(", '?updateOnly=true')\""))
  }
}
