import Foundation
import TestSupport
import Testing

/// The commands with the overlay of the example.
@Suite struct OverlayCommandTests {
  private func scratch(_ edit: (Scratch) throws -> Void = { _ in }) throws -> Scratch {
    let scratch = try Scratch()
    try scratch.copyFolder("examples/acme", to: ".")
    try edit(scratch)
    return scratch
  }

  @Test func theExampleIsSound() throws {
    let scratch = try scratch()
    let check = try Run("check").in(scratch).exits(0).says("1 profile and bascule.yaml are valid")
    #expect(check.errors == "")
    let lint = try Run("catalog", "lint").in(scratch).exits(0)
    #expect(lint.errors == "")
    try Run("catalog", "test").in(scratch).exits(0)
    try Run("generate", "--dry-run").in(scratch).exits(0)
  }

  @Test func anOverlayThatIsNoYAMLIsNotSaidToBeMissing() throws {
    let scratch = try scratch { try $0.write("overlay/overlay.yaml", "overlay: 1\nid: acme\n  title: [x\n") }
    let outcome = try Run("recommend").in(scratch).exits(2).hasNoResult()
      .complains("overlay/overlay.yaml:3:8: error:", "[yaml/syntax]")
    #expect(!outcome.errors.contains("missing-file"))
  }

  @Test func aCatalogThatIsNoYAMLIsNotSaidToBeMissing() throws {
    let scratch = try Scratch.withExample()
    try scratch.copyFolder("catalog", to: "own")
    try scratch.write("own/catalog.yaml", "id: [\n")
    let outcome = try Run("recommend", "profile.yaml", "--catalog", "own").in(scratch).exits(2).hasNoResult()
      .complains("own/catalog.yaml:2:1: error:", "[yaml/syntax]")
    #expect(!outcome.errors.contains("missing-file"))
  }

  @Test(arguments: ["terminal", "markdown"])
  func aRecommendationNamesTheFiles(_ format: String) throws {
    try Run("recommend", "--format", format).in(scratch()).exits(0)
      .says(
        "adjusted by overlay/rules/existing-ipaas-is-used.yaml", "overlay/technologies/azure-logic-apps.yaml",
        "overlay/rules/acme-card-data-takes-no-detour.yaml")
  }

  @Test func machinesReadTheFiles() throws {
    let outcome = try Run("recommend", "--format", "json").in(scratch()).exits(0)
      .says(
        "\"file\": \"overlay/rules/existing-ipaas-is-used.yaml\"", "\"overlays\": [",
        "\"folder\": \"overlay\"")
    let plain = try Run("recommend", "--format", "json", "profiles").in(
      scratch { try $0.write("bascule.yaml", "workspace: 1\n") }
    ).exits(0)
    #expect(!plain.output.contains("overlay"))
    #expect(digest(outcome.output) != digest(plain.output))
  }

  private func digest(_ output: String) -> Substring? { output.firstMatch(of: /sha256:[0-9a-f]{64}/)?.output }

  @Test func thePagesSayWhatWasDone() throws {
    let scratch = try scratch()
    try Run("catalog", "list", "rules").in(scratch).exits(0)
      .says("added by overlay/rules/acme-card", "1 disabled", "tight-budget-prefers-direct")
    try Run("catalog", "list", "--format", "json").in(scratch).exits(0)
      .says("\"change\": \"banned\"", "\"disabled\": [")
    try Run("explain", "azure-logic-apps").in(scratch).exits(0)
      .says("Banned by overlay/technologies/azure-logic-apps.yaml, line 1: Nobody here")
    try Run("explain", "tight-budget-prefers-direct").in(scratch).exits(2).hasNoResult()
      .complains("is disabled by overlay/rules/tight-budget-prefers-direct.yaml: Direct links cost us")
    try Run("catalog", "show", "correlation-id").in(scratch).exits(0)
      .says("X-Acme-Trace", "overlay/practices/correlation-id.yaml", "of the entry without overlays")
    try Run("recommend", "--why-not", "azure-logic-apps").in(scratch).exits(0)
      .says("overlay/technologies/azure-logic-apps.yaml")
  }

  @Test func theDigestIsWhatAnOverlayWritesDown() throws {
    let scratch = try scratch()
    for (id, path) in [
      ("correlation-id", "practices/correlation-id"), ("api-requests-daily", "limits/api-requests-daily"),
    ] {
      let shown = try Run("catalog", "show", id).in(scratch).exits(0)
      let digest = try #require(shown.output.firstMatch(of: /Digest (sha256:[0-9a-f]{16}),/)?.1)
      #expect(try scratch.text("overlay/\(path).yaml").contains("against: \(digest)\n"))
    }
  }

  @Test func aStaleChangeIsWarnedOf() throws {
    let scratch = try scratch {
      let path = "overlay/technologies/azure-logic-apps.yaml"
      try $0.write(path, try $0.text(path).replacing(/sha256:[0-9a-f]+/, with: "sha256:0123456789abcdef"))
    }
    try Run("recommend").in(scratch).exits(0).complains("[overlay/stale]", "help: write sha256:")
    try Run("catalog", "lint").in(scratch).exits(1).says("[overlay/stale]")
  }

  @Test func everyMistakeInOneRunAndNoDecision() throws {
    let scratch = try scratch {
      try $0.write(
        "bascule.yaml", "workspace: 1\noverlays: [overlay, other, nowhere]\norg: { edition: big }\n")
      try $0.write("other/overlay.yaml", "overlay: 1\nid: other\n")
      try $0.write(
        "other/rules/loud.yaml",
        """
        id: lout
        title: Loud
        when: { security.auht: basic }
        then: [ { preffer: boomi, points: 10 }, { prefer: azure-logic-apps, points: 10 } ]
        because: It is so.
        source: nobody
        examples: [ { given: { security.auth: basic }, expect: fires } ]
        """)
      try $0.write("other/sources/nameless.yaml", "id: nameless\ntitle: T\npublisher: P\nkind: community\n")
    }
    for arguments in [["check"], ["recommend"], ["generate"], ["explain", "boomi"], ["catalog", "list"]] {
      try Run(arguments).in(scratch).exits(2).hasNoResult().complains("other/rules/loud.yaml:3:9")
    }
    try Run("check").in(scratch).matches("transcripts/overlay-mistakes.txt")
  }

  @Test func anOverlayIsNoLink() throws {
    let scratch = try scratch()
    try FileManager.default.createSymbolicLink(
      at: scratch.url("linked"), withDestinationURL: scratch.url("overlay"))
    try scratch.write("bascule.yaml", "workspace: 1\noverlays: [linked]\n")
    try Run("check").in(scratch).exits(2).hasNoResult().complains("'linked' is a link")
  }

  @Test func anOverlayOverACatalogOfOnesOwn() throws {
    let scratch = try scratch { try $0.copyFolder("catalog", to: "catalog") }
    let built = try Run("recommend", "--format", "json").in(scratch).exits(0)
    let own = try Run("recommend", "--format", "json", "--catalog", "catalog").in(scratch).exits(0)
    #expect(own.output == built.output)
  }
}
