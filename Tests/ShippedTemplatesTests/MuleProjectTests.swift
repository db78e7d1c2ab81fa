import Generation
import TestSupport
import Testing

/// What a Mule developer reads in review: the flows, mappings and settings of one profile for each topology.
@Suite struct MuleProjectTests {
  private static let shipped = Result { try ShippedTemplates() }

  static let profiles = [
    "mule-call-in", "mule-gather", "mule-layers", "mule-load", "mule-load-pages", "mule-saga", "mule-send",
  ]

  /// Read in review; tests and specifications are held by the checkers.
  private static func isRead(_ path: String) -> Bool {
    path.hasPrefix("mule") && path.contains("/src/main/") && !path.contains("/api/")
      && !path.contains("prod.yaml") && !path.contains("test.yaml") && !path.contains("log4j2")
      && !path.hasSuffix("/contract.dwl")
  }

  @Test(arguments: profiles) func givesTheFlowsThatWereReviewed(profile: String) throws {
    let (files, findings) = try Self.shipped.get().generate("Tests/Fixtures/profiles/\(profile).yaml")
    #expect(ShippedTemplates.text(ShippedTemplates.unexpected(findings)) == "")
    let read = (files ?? []).filter { Self.isRead("\($0.path)") }
    let page = read.map { "==== \($0.path)\n" + String(decoding: $0.contents, as: UTF8.self) }.joined(
      separator: "\n")
    #expect(Golden.difference(of: page, from: "mule/\(profile).txt") == nil)
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
