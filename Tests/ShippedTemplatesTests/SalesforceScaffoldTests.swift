import Diagnostics
import Generation
import TestSupport
import Testing

/// The Salesforce projects as they are read in review: one realistic profile for each technology, and every kind
/// of artefact where it first comes.
@Suite struct SalesforceScaffoldTests {
  private static let shipped = Result { try ShippedTemplates() }

  /// Profiles of one technology each, the simplest first.
  private static let profiles: [String] = [
    "Tests/Fixtures/profiles/queued-call.yaml", "Tests/Fixtures/profiles/direct-call.yaml",
    "Tests/Fixtures/profiles/slow-call.yaml", "Tests/Fixtures/profiles/nightly-batch.yaml",
    "Tests/Fixtures/profiles/action-call.yaml",
    "examples/opportunity-to-order.yaml",
    "Tests/Fixtures/profiles/declared-call.yaml", "Tests/Fixtures/profiles/flow-call.yaml",
    "Tests/Fixtures/profiles/client-app.yaml",
    "Tests/Fixtures/profiles/apex-rest-service.yaml", "Tests/Fixtures/profiles/event-inbound.yaml",
    "Tests/Fixtures/profiles/live-screen.yaml", "Tests/Fixtures/profiles/live-changes.yaml",
    "Tests/Fixtures/profiles/event-relay.yaml", "Tests/Fixtures/profiles/changes-relay.yaml",
    "Tests/Fixtures/profiles/account-changes.yaml", "Tests/Fixtures/profiles/outbound-message.yaml",
    "Tests/Fixtures/profiles/bulk-extract.yaml", "examples/nightly-product-load.yaml",
    "Tests/Fixtures/profiles/composite-api.yaml", "Tests/Fixtures/profiles/composite-graph.yaml",
    "Tests/Fixtures/profiles/graphql-api.yaml", "examples/shipment-status.yaml",
    "Tests/Fixtures/profiles/soap-api.yaml", "Tests/Fixtures/profiles/sobject-collections.yaml",
    "Tests/Fixtures/profiles/ui-api.yaml", "examples/order-history-view.yaml",
    "examples/partner-org-accounts.yaml", "Tests/Fixtures/profiles/salesforce-connect-custom.yaml",
    "Tests/Fixtures/profiles/salesforce-connect-graphql.yaml",
    "Tests/Fixtures/profiles/salesforce-connect-sql.yaml", "Tests/Fixtures/profiles/guided-quote.yaml",
    "Tests/Fixtures/profiles/guided-intake.yaml", "Tests/Fixtures/profiles/made-in-setup.yaml",
  ]

  @Test(arguments: profiles.indices)
  func areAsTheyWereRead(index: Int) throws {
    let shipped = try Self.shipped.get()
    let path = Self.profiles[index]
    let known = Set(try Self.profiles[..<index].flatMap { try scaffold(of: $0, shipped) }.map(\.kind))
    let files = try scaffold(of: path, shipped)
    try #require(!files.isEmpty, "\(path)")
    let name = path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? path
    let page = Self.page(of: files, without: known)
    #expect(Golden.difference(of: page, from: "scaffolds/\(name).txt") == nil)
  }

  /// Whatever can be deployed can be removed.
  @Test(arguments: ShippedTemplates.profiles)
  func holdComponentsOfKnownTypes(path: String) throws {
    let shipped = try Self.shipped.get()
    for file in try scaffold(of: path, shipped) {
      if file.path.description.contains("/main/default/") {
        #expect(shipped.set.formats.metadata.matches(file.path), "\(file.path)")
      } else if file.path.name == "package.xml" {
        let names = String(decoding: file.contents, as: UTF8.self).matches(of: /<name>(.*)<\/name>/).map(\.1)
        #expect(names.allSatisfy { shipped.set.formats.metadata.names.contains(String($0)) }, "\(names)")
      }
    }
  }

  /// A credential that nothing calls through is a secret that lies open for nothing.
  @Test(arguments: ShippedTemplates.profiles)
  func holdNoCredentialThatNothingUses(path: String) throws {
    let files = try Self.shipped.get().generate(path).files ?? []
    let users = files.filter { file in
      let path = file.path.description
      return path.contains("/main/default/")
        && !["Credentials/", "/permissionsets/", "IdentityProviders/"].contains { path.contains($0) }
    }
    let isCalledByHand = files.contains { $0.kind == "setup-apex-future-callout" }
    for credential in files where credential.kind == "credential-named" {
      let name = credential.path.name.split(separator: ".").first.map(String.init) ?? ""
      let isUsed = users.contains { String(decoding: $0.contents, as: UTF8.self).contains(name) }
      #expect(isUsed || isCalledByHand, "\(name)")
    }
  }

  @Test(arguments: ShippedTemplates.profiles)
  func holdSettingsWhereAClassReadsThem(path: String) throws {
    let files = try scaffold(of: path, Self.shipped.get())
    let record = files.filter { $0.path.description.contains("/customMetadata/Integration_Setting.") }
    let readers = files.filter { file in
      file.path.name.hasSuffix(".cls") && !file.path.name.hasSuffix("Test.cls")
        && String(decoding: file.contents, as: UTF8.self).contains("new IntegrationSettings(")
    }
    #expect(record.count == readers.count)
  }

  @Test(arguments: [
    ("Tests/Fixtures/profiles/event-inbound.yaml", "one record, which the second leaves as it is"),
    ("Tests/Fixtures/profiles/apex-rest-service.yaml", "400 with the reason, and neither is stored"),
    ("Tests/Fixtures/profiles/direct-call.yaml", "whoever asked is told that it was refused"),
    ("examples/opportunity-to-order.yaml", "one effect in SAP S/4HANA"),
    ("Tests/Fixtures/profiles/mule-call-in.yaml", "1. Ticket system: switch on what starts the exchange."),
  ])
  func sayHowThisVeryDesignIsTried(path: String, text: String) throws {
    let files = try Self.shipped.get().generate(path).files ?? []
    let readme = try #require(files.first { $0.path.description == "README.md" })
    let page = String(decoding: readme.contents, as: UTF8.self)
    #expect(page.contains(text))
  }

  @Test func fieldsOfATaskAreDefinedOnActivity() throws {
    let files =
      try Self.shipped.get().generate("Tests/Fixtures/profiles/activities-and-files.yaml").files ?? []
    let fields = files.map(\.path.description).filter { $0.contains("/fields/Ticket_Number__c.") }
    #expect(
      fields == [
        "salesforce/force-app/main/default/objects/Activity/fields/Ticket_Number__c.field-meta.xml"
      ])
    #expect(try Self.text("package.xml", of: files).contains("<members>Activity.Ticket_Number__c</members>"))
    #expect(
      try Self.text("TicketOfActivities_Requester.permissionset-meta.xml", of: files).contains(
        "<field>Task.Ticket_Number__c</field>"))
  }

  @Test func whatNoProjectDefinesIsSaidToHaveToExist() throws {
    let files =
      try Self.shipped.get().generate("Tests/Fixtures/profiles/activities-and-files.yaml").files ?? []
    #expect(!files.contains { $0.path.name.hasPrefix("Desk__Queue__c") || $0.path.name.hasPrefix("Status.") })
    let readme = try Self.text("salesforce/README.md", of: files)
    #expect(readme.contains("they have to exist.\n  - `Task.Desk__Queue__c`\n  - `Task.Status`\n"))
    #expect(readme.contains("has the field already.\n  - `Activity.Ticket_Number__c`\n"))
  }

  @Test func anUpdateThatComesInLeavesWhatItDoesNotName() throws {
    let source = try Repository.file("Tests/Fixtures/profiles/apex-rest-service.yaml")
    let text = String(decoding: source.contents, as: UTF8.self)
    for (operation, call) in [
      ("update", "IntegrationRecords.change("), ("upsert", "IntegrationRecords.assign("),
    ] {
      let changed = text.replacing(/operation: \w+/, with: "operation: \(operation)")
      let files = try Self.shipped.get().generate(SourceFile(name: source.name, text: changed)).files ?? []
      #expect(try Self.text("IntakeBase.cls", of: files).contains(call))
    }
  }

  /// A bus that everybody reads for himself leaves nothing to call.
  @Test(arguments: ["event-relay", "changes-relay", "account-changes"])
  func noAPIIsAskedForWhereEventsAreAllThatCrosses(name: String) throws {
    let files = try Self.shipped.get().generate("Tests/Fixtures/profiles/\(name).yaml").files ?? []
    #expect(!files.contains { $0.path.name.hasSuffix(".openapi.yaml") })
    #expect(try !Self.text("README.md", of: files).contains("The API"))
  }

  @Test(arguments: [
    ("Tests/Fixtures/profiles/event-inbound.yaml", "### From "),
    ("Tests/Fixtures/profiles/apex-rest-service.yaml", "### From "),
    ("Tests/Fixtures/profiles/queued-call.yaml", "### To "),
  ])
  func mapFieldsInTheDirectionOfTheExchange(path: String, heading: String) throws {
    let files = try Self.shipped.get().generate(path).files ?? []
    let page = try Self.text("docs/field-mapping.md", of: files)
    #expect(page.contains("\n" + heading))
    #expect(page.contains("| event |") == files.contains { $0.kind == "event-object" })
  }

  @Test func anOutboundMessageNamesTheIdOnce() throws {
    let files = try Self.shipped.get().generate("Tests/Fixtures/profiles/outbound-message.yaml").files ?? []
    let workflow = try Self.text("Account.workflow-meta.xml", of: files)
    #expect(workflow.ranges(of: "<fields>Id</fields>").count == 1)
  }

  @Test func anEmptyListOfAnswersIsNone() throws {
    let files =
      try Self.shipped.get().generate("Tests/Fixtures/profiles/activities-and-files.yaml").files ?? []
    let record = try Self.text("0001-ticket-of-activities.md", of: files)
    #expect(record.contains("* `licensing.owned`: **none**\n"))
  }

  @Test func aProcedureThatStoredNothingForWantOfAKeyDoesNotSayAccepted() throws {
    let files = try Self.shipped.get().generate("Tests/Fixtures/profiles/guided-intake.yaml").files ?? []
    let store = try #require(
      files.first { $0.path.description.hasSuffix("_StoreQuote_English_1.oip-meta.xml") })
    let text = String(decoding: store.contents, as: UTF8.self)
    #expect(text.contains("&quot;accepted&quot; : &quot;=IF(ISBLANK(%Store:Quote_1:Id%), false, true)&quot;"))
  }

  @Test func aProcedureThatUpdatesHasTheStateOfTheRecordInItsIdempotencyKey() throws {
    let source = try Repository.file("Tests/Fixtures/profiles/guided-quote.yaml")
    let text = String(decoding: source.contents, as: UTF8.self)
    let update = try #require(text.firstRange(of: "operation: create"))
    let (files, findings) = try Self.shipped.get().generate(
      SourceFile(
        name: source.name, text: text[..<update.lowerBound] + "operation: update" + text[update.upperBound...]
      ))
    #expect(ShippedTemplates.text(ShippedTemplates.unexpected(findings)) == "")
    let texts = (files ?? []).filter { "\($0.path)".contains("RateQuote") }.map {
      String(decoding: $0.contents, as: UTF8.self)
    }
    #expect(texts.contains { $0.contains("rate-quote:%recordId%:%Extract:state:modified%&quot;") })
    #expect(texts.contains { $0.contains("<inputFieldName>Record:SystemModstamp</inputFieldName>") })
  }

  private func scaffold(of path: String, _ shipped: ShippedTemplates) throws -> [GeneratedFile] {
    let files = try shipped.generate(path).files ?? []
    return files.filter { file in
      ["salesforce/", "requests/"].contains { file.path.description.hasPrefix($0) }
    }
  }

  /// The text of the first file whose path ends in these words.
  private static func text(_ ending: String, of files: [GeneratedFile]) throws -> String {
    let file = try #require(files.first { $0.path.description.hasSuffix(ending) }, "\(ending)")
    return String(decoding: file.contents, as: UTF8.self)
  }

  /// The paths of all files, and the contents of those whose kind has not been seen.
  private static func page(of files: [GeneratedFile], without known: Set<String>) -> String {
    let index = files.map { "\($0.path) (\($0.kind), \($0.ownership))\n" }.joined()
    let contents = files.filter { !known.contains($0.kind) }.map { file in
      "\n=== \(file.path)\n" + String(decoding: file.contents, as: UTF8.self)
    }
    return index + contents.joined()
  }
}
