import CatalogModel
import Diagnostics
import Generation
import Requirements
import TestSupport
import Testing
import YAMLSyntax

/// Each operation is said as the interface on the other side has it.
@Suite struct OperationTests {
  private static let shipped = Result { try ShippedTemplates() }

  /// What is generated for a profile in which some texts stand in place of others, by path.
  private static func texts(of profile: String, _ changes: [(String, String)]) throws -> [String: String] {
    let file = try Repository.file("Tests/Fixtures/profiles/\(profile).yaml")
    var text = String(decoding: file.contents, as: UTF8.self)
    for (old, new) in changes {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new)
    }
    let (files, findings) = try shipped.get().generate(SourceFile(name: "changed.yaml", text: text))
    #expect(ShippedTemplates.text(ShippedTemplates.unexpected(findings)) == "")
    return Dictionary(
      (files ?? []).map { ("\($0.path)", String(decoding: $0.contents, as: UTF8.self)) },
      uniquingKeysWith: { $1 })
  }

  @Test(arguments: [("rest", "PUT", "put"), ("salesforce-api", "PATCH", "patch")])
  func anUpsertIsAPatchToTheAPIOfSalesforce(word: String, method: String, verb: String) throws {
    let texts = try Self.texts(
      of: "queued-call",
      [
        ("\nsecurity: {", "\nremote: { protocol: \(word) }\nsecurity: {"),
        ("operation: create", "operation: upsert"),
      ])
    let calls = texts.filter { $0.key.hasSuffix("Call.cls") }
    #expect(!calls.isEmpty)
    #expect(calls.values.allSatisfy { $0.contains("METHOD = '\(method)';") })
    let document = try #require(texts.first { $0.key.hasSuffix(".openapi.yaml") }?.value)
    #expect(document.contains("\n    \(verb):\n"))
    #expect(document.contains(verb == "put" ? "or replaces it" : "or changes its given fields"))
  }

  @Test func anUpsertThroughMuleIsAPatchToTheAPIOfSalesforce() throws {
    let texts = try Self.texts(
      of: "mule-saga", [("protocol: rest", "protocol: salesforce-api")])
    let processes = texts.filter { $0.key.hasPrefix("mule/src/main/mule/") }.values
    #expect(processes.contains { $0.contains("<http:request method=\"PATCH\"") })
    #expect(!processes.contains { $0.contains("method=\"PUT\"") })
  }

  @Test(arguments: [("rest", 0), ("salesforce-api", 1)])
  func anUpdateAndAnUpsertOfOnePathAreOneCallToTheAPIOfSalesforce(word: String, count: Int) throws {
    let messages = ["update", "upsert"].map {
      "    - { name: \($0)-asset, operation: \($0), path: /assets, salesforce-object: Asset }\n"
    }
    let text =
      "profile: 1\nid: assets\ntitle: Assets\nremote: { protocol: \(word) }\ncontract:\n  messages:\n"
      + messages.joined()
    var bag = DiagnosticBag()
    let tree = try #require(YAMLTree.parse(SourceFile(name: "assets.yaml", text: text), into: &bag))
    ContractCheck.run(
      ProfileReader(vocabulary: try Self.shipped.get().catalog.vocabulary).read(tree), into: &bag)
    #expect(bag.sorted.map(\.id) == Array(repeating: .repeatedCall, count: count))
  }

  @Test(arguments: [
    ("read", ["query Records("]), ("create", ["mutation Create("]), ("notify", ["mutation Create("]),
    ("update", ["query Find(", "mutation Change("]), ("delete", ["query Find(", "mutation Delete("]),
    ("upsert", ["query Find(", "mutation Change(", "mutation Create("]),
  ])
  func whatChangesRecordsIsAMutationInGraphQL(word: String, operations: [String]) throws {
    let texts = try Self.texts(of: "graphql-api", [("operation: read", "operation: \(word)")])
    let requests = texts.filter { $0.key.hasPrefix("requests/graphql/") }
    #expect(!requests.isEmpty)
    let marks = ["query Records(", "query Find(", "mutation Change(", "mutation Create(", "mutation Delete("]
    for text in requests.values {
      #expect(marks.filter { text.contains($0) } == operations)
    }
  }

  @Test func aChangeOverSOAPCreatesNothing() throws {
    let upserts = try Self.texts(of: "soap-api", []).filter { $0.key.hasPrefix("requests/soap/") }
    #expect(upserts.values.contains { $0.contains("<urn:upsert>") })
    let updates = try Self.texts(of: "soap-api", [("operation: upsert", "operation: update")])
      .filter { $0.key.hasPrefix("requests/soap/") }
    #expect(updates.values.allSatisfy { !$0.contains("<urn:upsert>") })
    #expect(updates.values.contains { $0.contains("<obj:Id>a00000000000001AAA</obj:Id>") })
  }

  @Test func aChangeThroughMuleCreatesNothingInSalesforce() throws {
    let texts = try Self.texts(of: "mule-call-in", [("operation: upsert", "operation: update")])
    let process = try #require(texts["mule/src/main/mule/open-case-process.xml"])
    let find = try #require(process.firstRange(of: "doc:name=\"Find Case\""))
    let upsert = try #require(process.firstRange(of: "<salesforce:upsert "))
    #expect(find.lowerBound < upsert.lowerBound)
    #expect(process.contains("<choice doc:name=\"Anything to change?\">"))
    let suite = try #require(texts["mule/src/test/munit/open-case-process-test-suite.xml"])
    #expect(suite.contains("<munit:test name=\"open-case-process-creates-nothing\""))
  }

  @Test func whatIsGoneAlreadyCountsAsDeleted() throws {
    let texts = try Self.texts(
      of: "queued-call",
      [
        ("operation: create", "operation: delete"), ("path: /invoices", "path: /invoices/{number}"),
        ("      response: [ { ", "      # response: [ { "),
      ])
    let call = try #require(texts.first { $0.key.hasSuffix("Call.cls") }?.value)
    #expect(call.contains("failure.statusCode != 404"))
  }

  /// All of them at once would not fit into memory.
  @Test func theContentsOfFilesAreReadOneByOne() throws {
    let texts = try Self.texts(of: "activities-and-files", [])
    let job = try #require(texts.first { $0.key.hasSuffix("/IntegrationJob.cls") }?.value)
    #expect(job.contains("records = holdContents() ? null : selectRecords(recordIds());"))
    #expect(job.contains("Schema.DisplayType.BASE64"))
  }

  @Test func whatABatchDoesNotCarryIsSaid() throws {
    let message = """
          - name: drop-price
            operation: delete
            salesforce-object: Price__c
            external-entity: prices
            external-id: Price_Key__c
            fields:
              - { salesforce: Price_Key__c, external: priceKey, type: string, max-length: 40, required: true }

      """
    let texts = try Self.texts(of: "mule-load", [("  messages:\n", "  messages:\n" + message)])
    #expect(texts["mule/README.md"]?.contains("Nothing here carries **drop price**") == true)
  }

  @Test func aTechnologyOfTheOtherDirectionIsNamedAsNotGenerated() throws {
    let texts = try Self.texts(
      of: "queued-call",
      [
        ("direction: salesforce-to-external", "direction: bidirectional"),
        ("technologies: [", "technologies: [apex-rest-service, "),
      ])
    #expect(texts["README.md"]?.contains("Nothing is generated for **Apex REST service** from this") == true)
  }

  @Test(arguments: [("10s", false), ("15m", true)])
  func aBriefDoesNotPollWhereThatTakesTooLong(within: String, polls: Bool) throws {
    let texts = try Self.texts(of: "account-changes", [("within: 5m", "within: \(within)")])
    let brief = try #require(texts.first { $0.key.hasPrefix("docs/briefs/") }?.value)
    #expect(brief.contains("* Where it polls: every") == polls)
    #expect(brief.contains("* Nothing on the way polls: ") == !polls)
  }

  @Test func anApexRESTResourceSaysThatItDoesNotAnswerWithTheResponse() throws {
    let response =
      "      response: [ { salesforce: Status__c, external: state, type: string, max-length: 40 } ]\n"
    let texts = try Self.texts(
      of: "apex-rest-service", [("      fields:\n", response + "      fields:\n")])
    #expect(texts["salesforce/README.md"]?.contains("is no part of that answer") == true)
  }
}
