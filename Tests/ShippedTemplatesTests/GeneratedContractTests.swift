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
    ("every-platform", "api/every-platform.external-services.yaml"),
    ("changes-relay", "api/AccountChangeEvent.asyncapi.yaml"),
    ("changes-relay", "api/AccountChangeEvent.avsc"),
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
}
