import DesignModel
import Diagnostics
import Generation
import TestSupport
import Testing

/// What the platform, or the version of it that a workspace states, does not take.
@Suite struct PlatformLimitTests {
  private static let shipped = Result { try ShippedTemplates() }

  @Test func leavesTheIdentityProviderToSetupWhereTheVersionHasNone() throws {
    let shipped = try Self.shipped.get()
    let old = try shipped.generate("examples/order-history-view.yaml", WorkspaceSettings(apiVersion: "60.0"))
    #expect(ShippedTemplates.text(old.findings) == "")
    let files = try #require(old.files)
    #expect(!files.contains { "\($0.path)".contains("externalAuthIdentityProvider") })
    let mentions = files.filter { file in
      "\(file.path)".hasPrefix("salesforce/")
        && String(decoding: file.contents, as: UTF8.self).contains("xternalAuthIdentityProvider")
    }
    #expect(mentions.map { "\($0.path)" } == [])
    let new = try shipped.generate("examples/order-history-view.yaml", WorkspaceSettings(apiVersion: "61.0"))
    #expect(new.files?.contains { "\($0.path)".contains("externalAuthIdentityProviders/") } == true)
  }

  /// A name in the braces of a path that nothing fills, and a key of a type that no External ID has.
  @Test(arguments: [
    ("queued-call", "path: /invoices", "path: /invoices/{nope}"),
    ("queued-call", "external: key, type: string, max-length: 40", "external: key, type: boolean"),
    ("guided-quote", "/quotes/{quoteNumber}", "/quotes/{nope}"),
    ("declared-call", "/checks/{checkId}", "/checks/{nope}"),
    ("salesforce-connect-custom", "/invoices/{invoiceNumber}", "/invoices/{nope}"),
  ])
  func refusesAContractThatAnArtefactCannotCarry(name: String, text: String, mistake: String) throws {
    let file = try Repository.file("Tests/Fixtures/profiles/\(name).yaml")
    let profile = String(decoding: file.contents, as: UTF8.self)
    try #require(profile.contains(text))
    let (files, findings) = try Self.shipped.get().generate(
      SourceFile(name: "profile.yaml", text: profile.replacing(text, with: mistake)))
    #expect(files == nil)
    #expect(Set(findings.map(\.id)) == [.generationUnfitContract])
    #expect(findings.allSatisfy { $0.primary != nil })
  }

  @Test(arguments: [(40, true), (400, false)])
  func refusesADocumentThatIsTooLongForExternalServices(messages: Int, isMade: Bool) throws {
    let path = "Tests/Fixtures/profiles/declared-call.yaml"
    let text = String(decoding: try Repository.file(path).contents, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex { $0.contains("name: read-check") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("decision:") })
    let many = (1...messages).flatMap { number in
      lines[start..<end].map { line in
        line.replacing("name: read-check", with: "name: read-check-\(number)")
          .replacing("/checks/", with: "/checks-\(number)/")
      }
    }
    let profile = (lines[..<start] + many + lines[end...])
      .joined(separator: "\n")
    let (files, findings) = try Self.shipped.get().generate(
      SourceFile(name: "profile.yaml", text: profile))
    #expect((files != nil) == isMade)
    #expect(findings.map(\.id) == (isMade ? [] : [.generationTooLong]))
    #expect(findings.allSatisfy { (15...16).contains($0.primary?.location.range.start.line ?? 0) })
  }
}
