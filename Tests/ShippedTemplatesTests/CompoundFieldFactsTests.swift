import CatalogModel
import Diagnostics
import Generation
import TestSupport
import Testing

/// What compound-fields.yaml says of Salesforce, in a schema that is generated from it.
@Suite struct CompoundFieldFactsTests {
  private static let shipped = Result { try ShippedTemplates() }

  /// The schema of the change events of an object, of which some fields are mapped.
  private func schema(of object: String, _ fields: [String]) throws -> String {
    let profile = try Repository.file("Tests/Fixtures/profiles/live-changes.yaml")
    let text = String(decoding: profile.contents, as: UTF8.self)
    let head = try #require(text.firstRange(of: "\ncontract:")).lowerBound
    let contract =
      """

      contract:
        messages:
          - name: changed
            operation: upsert
            salesforce-object: \(object)
            external-id: \(fields[0])
            fields:

      """
      + fields.enumerated().map {
        "        - { salesforce: \($1), external: f\($0), type: string, required: true }\n"
      }.joined()
    let file = SourceFile(name: "profile.yaml", text: text[..<head] + contract)
    let (files, findings) = try Self.shipped.get().generate(file)
    try #require(ShippedTemplates.text(ShippedTemplates.unexpected(findings)) == "")
    let schema = try #require(files?.first { $0.path.description.hasSuffix(".avsc") })
    return String(decoding: schema.contents, as: UTF8.self)
  }

  @Test(arguments: [
    ("Account", "ShippingStreet", "ShippingAddress", "Address", "Street"),
    ("Account", "PersonMailingPostalCode", "PersonMailingAddress", "Address", "PostalCode"),
    ("Account", "LastName", "Name", "PersonName", "LastName"),
    ("Contact", "MailingCountryCode", "MailingAddress", "Address", "CountryCode"),
    ("Contact", "OtherState", "OtherAddress", "Address", "State"),
    ("Lead", "GeocodeAccuracy", "Address", "Address", "GeocodeAccuracy"),
    ("Lead", "Salutation", "Name", "PersonName", "Salutation"),
    ("Quote", "QuoteToCity", "QuoteToAddress", "Address", "City"),
    ("Quote", "AdditionalLatitude", "AdditionalAddress", "Address", "Latitude"),
    ("Site__c", "Home__StateCode__s", "Home__c", "Address", "StateCode"),
    ("Site__c", "Home__Longitude__s", "Home__c", "Location", "Longitude"),
  ])
  func isCarriedWithinAnother(
    object: String, field: String, whole: String, type: String, part: String
  ) throws {
    let schema = try schema(of: object, ["Key__c", field])
    #expect(schema.contains("\"name\": \"\(whole)\""))
    #expect(schema.contains("\"name\": \"\(type)\""))
    #expect(schema.contains("{ \"name\": \"\(part)\""))
    #expect(part == field || !schema.contains("\"\(field)\""))
  }

  @Test(arguments: [
    ("Account", "BillingName"), ("Opportunity", "FirstName"), ("Account", "City__c"), ("Site__c", "Home__s"),
  ])
  func isCarriedByItsOwnName(object: String, field: String) throws {
    #expect(try schema(of: object, ["Key__c", field]).contains("{ \"name\": \"\(field)\""))
  }
}
