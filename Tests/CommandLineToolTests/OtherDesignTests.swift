import Foundation
import TestSupport
import Testing

/// A folder holds the design of one profile: that of another is not written into it, and a profile whose id was
/// changed takes its folder along only when it is told so.
@Suite struct OtherDesignTests {
  private static let manifest = "out/.bascule/manifest.jsonl"
  private static let other = "other.yaml"

  /// A folder that holds the example's design, and another profile.
  private func generated() throws -> Scratch {
    let scratch = try RegenerateTests.generated()
    try scratch.copy("examples/credit-check.yaml", to: Self.other)
    return scratch
  }

  /// The example under another id.
  private func renamed() throws -> Scratch {
    let scratch = try RegenerateTests.generated()
    let text = try scratch.text("profile.yaml")
    try scratch.write("new.yaml", text.replacing("id: opportunity-to-order", with: "id: order-intake"))
    return scratch
  }

  private func generate(_ profile: String, _ more: String..., in scratch: Scratch) throws -> Outcome {
    try Run(["generate", profile, "--output", "out"] + more).in(scratch)
  }

  private func object(_ outcome: Outcome) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func isNotReplacedByAnother() throws {
    let scratch = try generated()
    let before = try scratch.tree("out")
    for options in [[], ["--check"], ["--dry-run"], ["--conflicts", "markers"], ["--keep", "README.md"]] {
      let run = Run(["generate", Self.other, "--output", "out"] + options)
      try run.in(scratch).exits(3).complains(
        "other.yaml:3:5: error: 'out' holds the design of 'opportunity-to-order', and that of 'credit-check' would",
        "[plan/other-design]", "generate into another folder",
        "--renamed-from opportunity-to-order")
      #expect(try scratch.tree("out") == before, "\(options)")
    }
    try generate("profile.yaml", "--check", in: scratch).exits(0)
  }

  @Test func isSaidToMachines() throws {
    let scratch = try generated()
    let refused = try object(try generate(Self.other, "--dry-run", "--format", "json", in: scratch).exits(3))
    #expect(refused["holder"] as? String == "other" && refused["holds"] as? String == "opportunity-to-order")
    #expect((refused["actions"] as? [Any])?.isEmpty == true && refused["changes"] as? Bool == false)
    let own = try object(try generate("profile.yaml", "--dry-run", "--format", "json", in: scratch).exits(0))
    #expect(own["holder"] as? String == "own" && own["holds"] as? String == "opportunity-to-order")
    let new = try Run("generate", Self.other, "--output", "new", "--dry-run", "--format", "json").in(scratch)
    #expect(try object(new)["holder"] as? String == "none")
    #expect(try object(new)["holds"] is NSNull)
  }

  @Test func isReadFromTheIndexWhenThatIsAskedFor() throws {
    let scratch = try generated()
    try scratch.git("init", "--quiet")
    try scratch.git("add", ".")
    try FileManager.default.removeItem(at: scratch.url("out"))
    try generate(Self.other, "--check", "--staged", in: scratch).exits(3).complains("[plan/other-design]")
  }

  @Test func isTakenOverByAProfileThatWasRenamed() throws {
    let scratch = try renamed()
    try scratch.write("out/mule/README.md", try scratch.text("out/mule/README.md") + "Ours.\n")
    let before = try scratch.tree("out")
    try generate("new.yaml", in: scratch).exits(3).hasNoResult()
    let rename = ["--renamed-from", "opportunity-to-order"]
    for option in ["--dry-run", "--check"] {
      try Run(["generate", "new.yaml", "--output", "out", option] + rename).in(scratch)
        .exits(option == "--check" ? 1 : 0)
        .says("record .bascule: holds the design of 'order-intake', which was 'opportunity-to-order' before")
    }
    let json = Run(["generate", "new.yaml", "--output", "out", "--dry-run", "--format", "json"] + rename)
    #expect(try object(try json.in(scratch))["holder"] as? String == "renamed")
    #expect(try scratch.tree("out") == before)
    try Run(["generate", "new.yaml", "--output", "out"] + rename).in(scratch).exits(0)
    #expect(try scratch.text(Self.manifest).hasPrefix("{\"manifest\":1,\"profile\":\"order-intake\"}\n"))
    #expect(try scratch.text("out/mule/README.md").hasSuffix("Ours.\n"))
    // From then on it is the profile's own, with or without the option.
    try generate("new.yaml", "--check", in: scratch).exits(0)
    try Run(["generate", "new.yaml", "--output", "out", "--check"] + rename).in(scratch).exits(0)
    try generate("profile.yaml", in: scratch).exits(3).complains("'out' holds the design of 'order-intake'")
  }

  @Test func isTakenOverOnlyUnderTheIdThatTheFolderHolds() throws {
    let scratch = try renamed()
    let before = try scratch.tree("out")
    try generate("new.yaml", "--renamed-from", "opportunity-to-orders", in: scratch).exits(3).hasNoResult()
      .complains("'out' holds the design of 'opportunity-to-order'")
    #expect(try scratch.tree("out") == before)
    try Run("generate", "new.yaml", "--output", "nothing", "--renamed-from", "opportunity-to-order").in(
      scratch
    )
    .exits(3).hasNoResult().complains("'nothing' holds no design", "leave --renamed-from out")
    #expect(try scratch.tree("nothing").isEmpty)
    try scratch.copy("examples/credit-check.yaml", to: Self.other)
    try Run("generate", "new.yaml", Self.other, "--renamed-from", "a").in(scratch).exits(2).hasNoResult()
      .complains("--renamed-from are for one profile at a time")
  }

  @Test func isPartOfASavedPlan() throws {
    let scratch = try renamed()
    let rename = ["--renamed-from", "opportunity-to-order"]
    try Run(["generate", "new.yaml", "--output", "out", "--plan-out", "plan.json"] + rename).in(scratch)
      .exits(0)
    try generate("new.yaml", "--plan", "plan.json", in: scratch).exits(3).hasNoResult()
    try Run(["generate", "new.yaml", "--output", "out", "--plan", "plan.json"] + rename).in(scratch).exits(0)
    try Run(["generate", "new.yaml", "--output", "out", "--plan", "plan.json"] + rename).in(scratch).exits(3)
      .complains("The saved plan is stale")
  }

  @Test func isWrittenDownWhereAnOlderManifestDoesNotSayIt() throws {
    let scratch = try generated()
    let text = try scratch.text(Self.manifest)
    let old = text.replacing(",\"profile\":\"opportunity-to-order\"", with: "")
    #expect(old.hasPrefix("{\"manifest\":1}\n"))
    try scratch.write(Self.manifest, old)
    try generate("profile.yaml", "--check", in: scratch).exits(1)
      .says("record .bascule: holds the design of 'opportunity-to-order'")
    try generate("profile.yaml", in: scratch).exits(0)
    #expect(try scratch.text(Self.manifest) == text)
  }

  @Test func isToldByItsRecordWhereAnOlderManifestDoesNotSayIt() throws {
    let scratch = try generated()
    let named = try scratch.text(Self.manifest)
    try scratch.write(
      Self.manifest, named.replacing(",\"profile\":\"opportunity-to-order\"", with: ""))
    let before = try scratch.tree("out")
    for options in [[], ["--check"], ["--dry-run"]] {
      try Run(["generate", Self.other, "--output", "out"] + options).in(scratch).exits(3).complains(
        "'out' holds the design that 'docs/decisions/0001-opportunity-to-order.md' records, and that of "
          + "'credit-check' would take its place", "[plan/other-design]")
      #expect(try scratch.tree("out") == before)
    }
    // Under a new id the folder is taken along as ever.
    let text = try scratch.text("profile.yaml")
    try scratch.write("new.yaml", text.replacing("id: opportunity-to-order", with: "id: order-intake"))
    try generate("new.yaml", in: scratch).exits(3)
    try generate("new.yaml", "--renamed-from", "opportunity-to-order", in: scratch).exits(0)
    try generate("new.yaml", "--check", in: scratch).exits(0)
  }

  @Test func whatStopsOneDesignStopsAllOfARun() throws {
    let scratch = try Scratch()
    for name in ["credit-check", "shipment-status"] {
      try scratch.copy("examples/\(name).yaml", to: "profiles/\(name).yaml")
    }
    try Run("generate", "profiles", "--output", "out").in(scratch).exits(0)
    try scratch.write("out/shipment-status/.bascule/manifest.jsonl", "<<<<<<< HEAD\n")
    let restored = try scratch.text("profiles/credit-check.yaml").replacing("title: ", with: "title: New ")
    try scratch.write("profiles/credit-check.yaml", restored)
    let before = try scratch.tree("out")
    try Run("generate", "profiles", "--output", "out").in(scratch).exits(2)
      .complains("[manifest/conflict-markers]", "Nothing is written, to no folder")
    #expect(try scratch.tree("out") == before)
    // The designs are written one by one where that is wanted.
    try Run("generate", "profiles/credit-check.yaml", "--output", "out/credit-check").in(scratch).exits(0)
    #expect(try scratch.tree("out") != before)
  }

  @Test func theDesignsOfOneRunHaveAFolderEach() throws {
    let scratch = try Scratch()
    for name in ["credit-check", "shipment-status"] {
      try scratch.copy("examples/\(name).yaml", to: "profiles/\(name).yaml")
    }
    try scratch.makeFolder("out/credit-check")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url("out/shipment-status").path, withDestinationPath: "credit-check")
    try Run("generate", "profiles", "--output", "out").in(scratch).exits(2).hasNoResult().complains(
      "profiles/shipment-status.yaml:", "'credit-check' and 'shipment-status' would both be written to '",
      "[generation/same-folder]")
    #expect(try scratch.tree("out/credit-check").isEmpty)
  }
}
