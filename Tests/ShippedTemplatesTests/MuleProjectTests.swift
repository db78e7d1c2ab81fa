import Diagnostics
import Generation
import TestSupport
import Testing

/// What a Mule developer reads in review: the flows, mappings and settings of one profile for each topology.
@Suite struct MuleProjectTests {
  private static let shipped = Result { try ShippedTemplates() }

  static let profiles = [
    "Tests/Fixtures/profiles/mule-call-in", "Tests/Fixtures/profiles/mule-changes",
    "Tests/Fixtures/profiles/mule-direct", "Tests/Fixtures/profiles/mule-gather",
    "Tests/Fixtures/profiles/mule-layers", "Tests/Fixtures/profiles/mule-load",
    "Tests/Fixtures/profiles/mule-load-pages", "Tests/Fixtures/profiles/mule-saga",
    "Tests/Fixtures/profiles/mule-send", "Tests/Fixtures/profiles/mule-streaming",
    "examples/opportunity-to-order",
  ]

  /// Read in review; tests and specifications are held by the checkers.
  private static func isRead(_ path: String) -> Bool {
    path.hasPrefix("mule") && path.contains("/src/main/") && !path.contains("/api/")
      && !path.contains("prod.yaml") && !path.contains("test.yaml") && !path.contains("log4j2")
      && !path.hasSuffix("/contract.dwl")
  }

  @Test(arguments: profiles) func givesTheFlowsThatWereReviewed(profile: String) throws {
    let (files, findings) = try Self.shipped.get().generate("\(profile).yaml")
    #expect(ShippedTemplates.text(ShippedTemplates.unexpected(findings)) == "")
    let read = (files ?? []).filter { Self.isRead("\($0.path)") }
    let page = read.map { "==== \($0.path)\n" + String(decoding: $0.contents, as: UTF8.self) }.joined(
      separator: "\n")
    #expect(Golden.difference(of: page, from: "mule/\(profile.split(separator: "/").last ?? "").txt") == nil)
  }

  @Test(arguments: ["soap", "kafka", "file", "graphql"])
  func protocolsWithoutAConnectorAreRefusedAtTheirPlace(word: String) throws {
    let source = try Repository.file("examples/opportunity-to-order.yaml")
    let text = String(decoding: source.contents, as: UTF8.self)
    let (files, findings) = try Self.shipped.get().generate(
      SourceFile(name: source.name, text: text.replacing("protocol: odata", with: "protocol: \(word)")))
    #expect(files == nil)
    #expect(findings.map(\.id) == ["generation/unserved-answer"])
    #expect(findings.first?.message == "nothing can be generated for 'remote.protocol: \(word)'")
    #expect(findings.first?.primary?.location.range.start.line == 32)
    #expect(
      findings.first?.fixes.last?.summary.contains("or leave mulesoft-anypoint to others: 'decision")
        == true)
  }

  @Test func theRestIsGeneratedWithoutWhatHasNoConnector() throws {
    let text = String(
      decoding: try Repository.file("examples/opportunity-to-order.yaml").contents, as: UTF8.self)
    let (files, findings) = try Self.shipped.get().generate(
      SourceFile(
        name: "kafka.yaml",
        text: text.replacing("protocol: odata", with: "protocol: kafka")
          + "\ndecision: { technologies: [platform-events], because: Another team reads the events. }\n"))
    #expect(ShippedTemplates.text(ShippedTemplates.unexpected(findings)) == "")
    let paths = (files ?? []).map { "\($0.path)" }
    #expect(paths.contains { $0.hasPrefix("salesforce/") })
    #expect(!paths.contains { $0.hasPrefix("mule") })
  }

  @Test func aNameInAPathThatIsNoFieldIsRefusedAtThePath() throws {
    let source = try Repository.file("Tests/Fixtures/profiles/mule-direct.yaml")
    let text = String(decoding: source.contents, as: UTF8.self)
    let (files, findings) = try Self.shipped.get().generate(
      SourceFile(
        name: source.name, text: text.replacing("path: /articles/{sku}/", with: "path: /articles/{article}/"))
    )
    #expect(files == nil)
    #expect(
      findings.contains {
        $0.id == "generation/unfit-contract" && $0.message.contains("'article' is no field")
      })
  }

  /// What an application file says about a profile in which one text stands in place of another.
  private static func file(_ path: String, of profile: String, _ old: String, _ new: String) throws -> String
  {
    let source = try Repository.file(profile)
    let text = String(decoding: source.contents, as: UTF8.self)
    let (files, findings) = try shipped.get().generate(
      SourceFile(name: source.name, text: text.replacing(old, with: new)))
    #expect(ShippedTemplates.text(ShippedTemplates.unexpected(findings)) == "")
    let file = (files ?? []).first { "\($0.path)" == path }
    return String(decoding: try #require(file, "there is no \(path)").contents, as: UTF8.self)
  }

  @Test(arguments: [
    ("oauth-jwt", "<salesforce:jwt-connection "), ("saml", "<salesforce:saml-connection "),
    ("oauth-client-credentials", "<salesforce:oauth-client-credentials-connection "),
  ])
  func salesforceIsAskedAsTheProfileSays(word: String, element: String) throws {
    let text = try Self.file(
      "mule/src/main/mule/global.xml", of: "Tests/Fixtures/profiles/mule-call-in.yaml", "auth: oauth-jwt",
      "auth: \(word)")
    #expect(text.contains(element))
    #expect(
      text.split(separator: "<salesforce:").filter { $0.prefix { $0 != " " }.hasSuffix("-connection") }.count
        == 1)
  }

  @Test(arguments: [
    ("[platform-events, pub-sub-api, anypoint-mq, mulesoft-anypoint]", "<anypoint-mq:publish "),
    ("[platform-events, pub-sub-api, jms, mulesoft-anypoint]", "<jms:publish "),
    ("[platform-events, pub-sub-api, mulesoft-anypoint]", "<vm:publish "),
  ])
  func deadLettersGoToTheQueueThatIsThere(technologies: String, element: String) throws {
    let text = try Self.file(
      "mule/src/main/mule/error-handling.xml", of: "examples/opportunity-to-order.yaml", "\ncontract:",
      "\ndecision: { technologies: \(technologies), because: It is there. }\n\ncontract:")
    #expect(text.contains(element + "config-ref="))
    #expect(text.contains("doc:name=\"Keep the dead letter\""))
  }

  @Test(arguments: ["mule-direct", "mule-gather", "mule-layers"])
  func salesforceCallsTheMuleAPIAndNotWhatIsBehind(profile: String) throws {
    let (files, _) = try Self.shipped.get().generate("Tests/Fixtures/profiles/\(profile).yaml")
    let texts = Dictionary(
      (files ?? []).map { ("\($0.path)", String(decoding: $0.contents, as: UTF8.self)) },
      uniquingKeysWith: { $1 })
    let credential = try #require(texts.first { $0.key.contains("/namedCredentials/") }?.value)
    #expect(credential.contains("<parameterValue>https://mule-api.invalid/api/v1</parameterValue>"))
    let project = try #require(texts["salesforce/sfdx-project.json"])
    #expect(project.contains("\"stringToReplace\": \"https://mule-api.invalid/api/v1\""))
    #expect(!project.contains("allowUnsetEnvVariable"))
    let external = texts.filter { $0.key.contains("/externalCredentials/") }
    #expect(external.count == 1)
    #expect(external.values.allSatisfy { $0.contains("client_id") && $0.contains("client_secret") })
  }

  /// The generated files of a profile, by their paths.
  private static func texts(of profile: String) throws -> [String: String] {
    let (files, findings) = try shipped.get().generate("\(profile).yaml")
    #expect(ShippedTemplates.text(ShippedTemplates.unexpected(findings)) == "")
    return Dictionary(
      (files ?? []).map { ("\($0.path)", String(decoding: $0.contents, as: UTF8.self)) },
      uniquingKeysWith: { $1 })
  }

  @Test(arguments: profiles) func onlyTheSettingsOfProductionSignInToProduction(profile: String) throws {
    let settings = try Self.texts(of: profile).filter {
      $0.key.contains("/config/") && !$0.key.contains("/secure-") && $0.value.contains("\nsalesforce:")
        && $0.value.contains("token-endpoint")
    }
    for (path, text) in settings where !path.hasSuffix("/munit.yaml") {
      let isProduction = path.hasSuffix("/prod.yaml")
      let isSandbox =
        text.contains("test.salesforce.com/services") || text.contains(".sandbox.my.salesforce.com")
      #expect(isSandbox != isProduction, "\(path)")
      #expect(
        (text.contains("//login.salesforce.com") || text.contains("//mydomain.my.salesforce.com"))
          == isProduction, "\(path)")
    }
    // Layers do not call Salesforce, and APIs are called by it.
    let isCalledOnly = ["mule-direct", "mule-gather", "mule-layers"].contains { profile.hasSuffix($0) }
    #expect(settings.isEmpty == isCalledOnly)
  }

  @Test(arguments: ["mule-call-in", "mule-layers"])
  func anIdempotencyKeyIsClaimedBeforeItsAnswerIsLookedUp(profile: String) throws {
    var flows: [String] = []
    for (path, text) in try Self.texts(of: "Tests/Fixtures/profiles/\(profile)")
    where path.hasSuffix("/api.xml") {
      flows += text.split(separator: "<flow name=").map { String($0) }.filter { $0.contains("answer-store") }
    }
    #expect(!flows.isEmpty)
    for flow in flows {
      let steps = [
        "<idempotent-message-validator ", "<os:retrieve ", "<os:store ", "<os:remove ", "<error-handler>",
        "<os:remove ",
      ]
      var rest = flow[...]
      for step in steps {
        let place = try #require(rest.firstRange(of: step), "\(step) is not where it belongs")
        rest = rest[place.upperBound...]
      }
      #expect(!rest.contains("<idempotent-message-validator "))
    }
  }

  @Test(arguments: [
    "Tests/Fixtures/profiles/mule-changes", "Tests/Fixtures/profiles/mule-saga",
    "examples/opportunity-to-order",
  ])
  func everyWriteBackIsTestedForItsRefusal(profile: String) throws {
    let texts = try Self.texts(of: profile)
    let processes = texts.filter { $0.value.contains("doc:name=\"Salesforce refuses the outcome\"") }
    #expect(!processes.isEmpty)
    for path in processes.keys {
      let name = path.split(separator: "/").last?.dropLast(4) ?? ""
      let suite = try #require(texts.first { $0.key.hasSuffix("/munit/\(name)-test-suite.xml") }?.value)
      for test in [
        "reports-a-refused-write-back", "reports-a-write-back-that-is-not-permitted",
        "tries-to-write-a-locked-record-again",
      ] {
        #expect(suite.contains("<munit:test name=\"\(name)-\(test)\""))
      }
    }
  }

  @Test func whatSalesforceRefusesOfACallInIsTested() throws {
    let texts = try Self.texts(of: "Tests/Fixtures/profiles/mule-call-in")
    let upserts = texts.filter { $0.key.contains("/main/mule/") && $0.value.contains("<salesforce:upsert ") }
    #expect(!upserts.isEmpty)
    for path in upserts.keys {
      let name = path.split(separator: "/").last?.dropLast(4) ?? ""
      let suite = try #require(texts.first { $0.key.hasSuffix("/munit/\(name)-test-suite.xml") }?.value)
      for test in ["does-not-repeat-a-refusal", "tries-a-locked-record-again"] {
        #expect(suite.contains("<munit:test name=\"\(name)-\(test)\""))
      }
    }
  }

  @Test func aSagaWithoutCompensationsIsWellFormed() throws {
    let text = try Self.file(
      "mule/src/main/mule/saga.xml", of: "Tests/Fixtures/profiles/mule-saga.yaml", "undoes:", "description:")
    #expect(!text.contains("<choice doc:name=\"Is it "))
    #expect(!text.contains("<otherwise>"))
  }

  @Test(arguments: ["saml", "ws-security"])
  func authenticationThatMuleCannotBuildIsRefusedAtItsPlace(word: String) throws {
    let source = try Repository.file("Tests/Fixtures/profiles/mule-streaming.yaml")
    let text = String(decoding: source.contents, as: UTF8.self)
    let (files, findings) = try Self.shipped.get().generate(
      SourceFile(name: source.name, text: text.replacing("auth: oauth-jwt", with: "auth: \(word)")))
    #expect(files == nil)
    #expect(Set(findings.map(\.message)) == ["nothing can be generated for 'security.auth: \(word)'"])
    #expect(findings.allSatisfy { $0.primary?.location.range.start.line == 20 })
  }

  @Test func aReadWithoutAnAnswerIsRefusedAtItsPlace() throws {
    let source = try Repository.file("Tests/Fixtures/profiles/mule-direct.yaml")
    let text = String(decoding: source.contents, as: UTF8.self)
    let response = try #require(text.firstRange(of: "      response:\n"))
    let examples = try #require(text.firstRange(of: "      examples:\n"))
    let cut = text[..<response.lowerBound] + text[examples.lowerBound...]
    let (files, findings) = try Self.shipped.get().generate(
      SourceFile(name: source.name, text: cut.split(separator: "          response:")[0] + "\n"))
    #expect(files == nil)
    #expect(findings.map(\.id).contains("generation/unfit-contract"))
    let place = findings.first { $0.id == "generation/unfit-contract" }?.primary?.location
    #expect(place?.file.line(place?.range.start.line ?? 0)?.contains("operation: read") == true)
  }

  @Test func everySystemHasASpecificationOfItsOwn() throws {
    let (files, _) = try Self.shipped.get().generate("Tests/Fixtures/profiles/mule-saga.yaml")
    let specifications = (files ?? []).map { "\($0.path)" }.filter { $0.hasSuffix(".openapi.yaml") }
    #expect(
      specifications == [
        "api/start-subscription-provisioning.openapi.yaml", "api/start-subscription-shipping.openapi.yaml",
        "api/start-subscription.openapi.yaml",
      ])
  }

  @Test func layersAreApplicationsOfTheirOwn() throws {
    let (files, _) = try Self.shipped.get().generate("Tests/Fixtures/profiles/mule-layers.yaml")
    let poms = (files ?? []).map { "\($0.path)" }.filter { $0.hasSuffix("pom.xml") }
    #expect(
      poms == [
        "mule-experience/pom.xml", "mule-process/pom.xml", "mule-system-remote/pom.xml",
        "mule-system-warehouse/pom.xml",
      ])
  }
}
