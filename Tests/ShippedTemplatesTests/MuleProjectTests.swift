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
