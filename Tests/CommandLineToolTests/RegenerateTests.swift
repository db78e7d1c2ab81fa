import Foundation
import TestSupport
import Testing

/// Editing what was generated, changing the profile, and generating again.
@Suite struct RegenerateTests {
  /// A folder with everything generated for the example, and a profile that asks for something new.
  static func generated() throws -> Scratch {
    let scratch = try Scratch.withExample()
    try generate(in: scratch).exits(0)
    let slower = try scratch.text("profile.yaml").replacing("response-time: 8s", with: "response-time: 30s")
    try scratch.write("slower.yaml", slower)
    return scratch
  }

  @discardableResult
  static func generate(_ more: String..., profile: String = "profile.yaml", in scratch: Scratch) throws
    -> Outcome
  {
    try Run(["generate", profile, "--output", "out"] + more).in(scratch)
  }

  /// A profile in which the architects decided otherwise.
  static func decideOtherwise(in scratch: Scratch) throws {
    let text = try scratch.text("profile.yaml")
    try scratch.write(
      "other.yaml", text + "\ndecision:\n  pattern: request-reply\n  because: The team knows it.\n")
  }

  private static let shared = "out/mule/README.md"
  private static let own = "out/salesforce/force-app/main/default/classes/OpportunityToOrderClient.cls"

  private func edit(_ path: String, _ scratch: Scratch, _ change: (String) -> String) throws {
    try scratch.write(path, change(try scratch.text(path)))
  }

  @Test func editsAndWhatIsNewAreMerged() throws {
    let scratch = try Self.generated()
    try edit(Self.shared, scratch) { $0 + "A note of the team.\n" }
    try Self.generate(profile: "slower.yaml", in: scratch).exits(0).says("1 merged")
    let fresh = try Scratch()
    try fresh.copy("examples/opportunity-to-order.yaml", to: "profile.yaml")
    try fresh.write("profile.yaml", try scratch.text("slower.yaml"))
    try Self.generate(in: fresh).exits(0)
    #expect(try scratch.text(Self.shared) == fresh.text(Self.shared) + "A note of the team.\n")
    try Self.generate("--check", profile: "slower.yaml", in: scratch).exits(0)
  }

  @Test func whatTheTeamAddsToAListMergesWithWhatIsNewInItsPlace() throws {
    let scratch = try Self.generated()
    let package = "out/salesforce/manifest/package.xml"
    let permissions =
      "out/salesforce/force-app/main/default/permissionsets/OpportunityToOrder_Requester.permissionset-meta.xml"
    let field = "        <members>Opportunity.ERP_Status__c</members>\n"
    try edit(package, scratch) { $0.replacing(field, with: field + field.replacing("ERP_", with: "Our_")) }
    let permission = { (name: String) in
      "    <fieldPermissions>\n        <editable>false</editable>\n        <field>Opportunity.\(name)</field>\n"
        + "        <readable>true</readable>\n    </fieldPermissions>\n"
    }
    try edit(permissions, scratch) {
      $0.replacing(
        permission("ERP_Status__c"), with: permission("Our_Status__c") + permission("ERP_Status__c"))
    }
    try scratch.write(
      "renamed.yaml", try scratch.text("profile.yaml").replacing("ERP_Status__c", with: "ERP_State__c"))
    try Self.generate(profile: "renamed.yaml", in: scratch).exits(0).says("2 merged")
    for path in [package, permissions] {
      let text = try scratch.text(path)
      #expect(
        text.contains("Our_Status__c") && text.contains("ERP_State__c") && !text.contains("ERP_Status__c"))
    }
    try Self.generate("--check", profile: "renamed.yaml", in: scratch).exits(0)
  }

  @Test func contradictionsWriteNothingUnlessMarkersAreWanted() throws {
    let scratch = try Self.generated()
    try edit(Self.shared, scratch) { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.isEmpty ? line : "\(line) Edited."
      }.joined(separator: "\n")
    }
    let before = try scratch.tree("out")
    try Self.generate(profile: "slower.yaml", in: scratch).exits(3).hasNoResult()
      .complains(
        "mule/README.md", "plan/overlapping-edits", "--adopt mule/README.md", "Nothing was written to out.")
    #expect(try scratch.tree("out") == before)
    try Self.generate("--conflicts", "markers", profile: "slower.yaml", in: scratch).exits(3)
      .complains("resolve the conflict markers")
    let text = try scratch.text(Self.shared)
    #expect(
      text.contains("<<<<<<< yours\n") && text.contains("\n=======\n") && text.contains(">>>>>>> generated\n")
    )
    // Until somebody has resolved them, the next run names the file.
    try Self.generate(profile: "slower.yaml", in: scratch).exits(3).complains("plan/unresolved-markers")
    try scratch.write(Self.shared, "Resolved.\n")
    try Self.generate(profile: "slower.yaml", in: scratch).exits(0)
    #expect(try scratch.text(Self.shared) == "Resolved.\n")
  }

  @Test func anEditOfBasculesOwnFileStopsTheRunUntilItIsDecided() throws {
    let path = "salesforce/force-app/main/default/classes/OpportunityToOrderClient.cls"
    for option in ["--adopt", "--keep", "--restore"] {
      let scratch = try Self.generated()
      let generated = try scratch.text(Self.own)
      try edit(Self.own, scratch) { "// Ours.\n" + $0 }
      try Self.generate(in: scratch).exits(3).complains("is Bascule's own but was edited by hand")
      // The folder may stand before the path, as the shell completes it.
      try Self.generate(option, option == "--keep" ? "out/\(path)" : path, in: scratch).exits(0)
      try Self.generate("--check", in: scratch).exits(0)
      #expect(try scratch.text(Self.own) == (option == "--restore" ? generated : "// Ours.\n" + generated))
      try Self.generate(profile: "slower.yaml", in: scratch).exits(0)
      let after = try scratch.text(Self.own)
      #expect(after.hasPrefix("// Ours.\n") == (option != "--restore"))
      #expect((after.replacing("// Ours.\n", with: "") == generated) == (option == "--keep"))
    }
  }

  @Test func aFileIsMeantHoweverItIsReached() throws {
    let scratch = try Self.generated()
    for path in [
      "README.md", "./README.md", "out/README.md", "./out/README.md", scratch.url("out/README.md").path,
    ] {
      try edit("out/README.md", scratch) { $0 + "Ours.\n" }
      try Self.generate("--restore", path, in: scratch).exits(0)
      try Self.generate("--check", in: scratch).exits(0)
      #expect(try !scratch.text("out/README.md").contains("Ours."), "\(path)")
    }
    try Self.generate("--restore", "/etc/passwd", in: scratch).exits(2).hasNoResult()
  }

  @Test func whatWasDeletedStaysDeletedUntilItIsRestored() throws {
    let scratch = try Self.generated()
    try FileManager.default.removeItem(at: scratch.url(Self.own))
    try Self.generate("--dry-run", in: scratch).exits(0).says("was deleted by hand and stays deleted")
    try Self.generate(profile: "slower.yaml", in: scratch).exits(0)
    #expect(!FileManager.default.fileExists(atPath: scratch.url(Self.own).path))
    try Self.generate("--restore", Self.own, in: scratch).exits(0)
    #expect(FileManager.default.fileExists(atPath: scratch.url(Self.own).path))
  }

  @Test func decisionsAboutNothingAreRefused() throws {
    let scratch = try Self.generated()
    let before = try scratch.tree("out")
    try Self.generate("--restore", "READNE.md", in: scratch).exits(2).hasNoResult()
      .complains("'READNE.md' is no file that is generated here", "did you mean 'README.md'?")
    try Self.generate("--keep", "OpportunityToOrderClient.cls", in: scratch).exits(2).hasNoResult()
      .complains("did you mean 'salesforce/force-app/main/default/classes/OpportunityToOrderClient.cls'?")
    try Self.generate("--keep", "docs", in: scratch).exits(2).hasNoResult()
      .complains("'docs' is a folder, and no file that is generated here", "name the files in it")
    try Self.generate("--keep", "../profile.yaml", in: scratch).exits(2).hasNoResult()
    try Self.generate("--keep", "README.md", "--adopt", "README.md", in: scratch).exits(2)
    #expect(try scratch.tree("out") == before)
  }

  @Test func aChangedDecisionIsANewRecordBesideTheOldOne() throws {
    let scratch = try Self.generated()
    let first = "out/docs/decisions/0001-opportunity-to-order.md"
    try edit(first, scratch) { $0.replacing("status: \"proposed\"", with: "status: \"accepted\"") }
    let accepted = try scratch.text(first)
    try Self.decideOtherwise(in: scratch)
    try Self.generate(profile: "other.yaml", in: scratch).exits(0)
    let second = try scratch.text("out/docs/decisions/0002-opportunity-to-order.md")
    #expect(second.hasPrefix("---\nstatus: \"proposed\"\nsupersedes: \"ADR-0001\"\n---\n"))
    #expect(
      try scratch.text(first)
        == accepted.replacing("status: \"accepted\"", with: "status: \"superseded by ADR-0002\""))
    try Self.generate("--check", profile: "other.yaml", in: scratch).exits(0)
  }

  @Test func whatIsNoLongerGeneratedIsRemovedFromTheOrganisationToo() throws {
    let scratch = try Self.generated()
    try Self.decideOtherwise(in: scratch)
    try Self.generate(profile: "other.yaml", in: scratch).exits(0).says(" deleted")
    let list = try scratch.text("out/salesforce/manifest/destructive/destructiveChanges.xml")
    #expect(
      list.contains("<name>CustomObject</name>") && list.contains("<members>Order_Requested__e</members>"))
    #expect(try scratch.text("out/salesforce/manifest/destructive/package.xml").contains("<version>"))
    try Self.generate("--check", profile: "other.yaml", in: scratch).exits(0)
    // Back again: nothing that is deployed is named for removal, but what came in between.
    try Self.generate(in: scratch).exits(0)
    let later = try? scratch.text("out/salesforce/manifest/destructive/destructiveChanges.xml")
    let removed = (later ?? "").split(separator: "\n").filter { $0.contains("<members>") }
    #expect(removed.allSatisfy { !list.contains($0) }, "\(removed)")
  }

  @Test func aPlanIsReadByMachines() throws {
    let scratch = try Self.generated()
    try edit(Self.shared, scratch) { $0 + "A note of the team.\n" }
    let outcome = try Self.generate("--dry-run", "--format", "json", profile: "slower.yaml", in: scratch)
      .exits(0)
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let summary = try #require(plan["summary"] as? [String: Int])
    #expect(summary["merge"] == 1 && summary["conflict"] == 0)
    let actions = try #require(plan["actions"] as? [[String: Any]])
    #expect(actions.count == summary.values.reduce(0, +))
    let merge = try #require(actions.first { $0["action"] as? String == "merge" })
    #expect(merge["path"] as? String == "mule/README.md" && merge["ownership"] as? String == "merged")
    #expect(merge["reason"] as? String == "edited-and-merged")
    #expect((merge["before"] as? String)?.hasPrefix("sha256:") == true && merge["after"] is String)
  }

  @Test func aSavedPlanOfManyDesignsCanBeApplied() throws {
    let scratch = try Scratch.withExample()
    let text = try scratch.text("profile.yaml")
    for number in 1...16 {
      let changes = [
        ("id: opportunity-to-order", "id: deal-\(number)"), ("ERP_Order_API", "ERP_\(number)"),
        ("Order_Requested__e", "Order_\(number)__e"), ("name: create-order", "name: create-order-\(number)"),
      ]
      try scratch.write(
        "profiles/\(number).yaml", changes.reduce(text) { $0.replacing($1.0, with: $1.1) })
    }
    try Run("generate", "profiles", "-o", "out", "--plan-out", "plan.json").in(scratch).exits(0)
    #expect(try scratch.bytes("plan.json").count > 1 << 20)
    try Run("generate", "profiles", "-o", "out", "--plan", "plan.json").in(scratch).exits(0)
    try Run("generate", "profiles", "-o", "out", "--check").in(scratch).exits(0)
  }

  @Test func aSavedPlanForANewFolderIsRefusedOnceItIsThere() throws {
    let scratch = try Scratch.withExample()
    try Self.generate("--plan-out", "plan.json", profile: "profile.yaml", in: scratch).exits(0)
    try Self.generate("--plan", "plan.json", profile: "profile.yaml", in: scratch).exits(0)
    try Self.generate("--plan", "plan.json", profile: "profile.yaml", in: scratch).exits(3).hasNoResult()
      .complains("The saved plan is stale: 'out' holds a design since then; make it anew with --plan-out")
    try Self.generate("--plan-out", "plan.json", profile: "profile.yaml", in: scratch).exits(0)
    try FileManager.default.removeItem(at: scratch.url("out"))
    try Self.generate("--plan", "plan.json", profile: "profile.yaml", in: scratch).exits(3).hasNoResult()
      .complains("The saved plan is stale: 'out' holds no design any more")
  }

  @Test func aSavedPlanIsRefusedOnceAnythingChanged() throws {
    let scratch = try Self.generated()
    let before = try scratch.tree("out")
    try Self.generate("--plan-out", "plan.json", profile: "slower.yaml", in: scratch).exits(0)
    #expect(try scratch.tree("out") == before)
    try edit("out/README.md", scratch) { $0 + "Late.\n" }
    try Self.generate("--plan", "plan.json", profile: "slower.yaml", in: scratch).exits(3).hasNoResult()
      .complains("The saved plan is stale: 'out/README.md' has changed; make it anew with --plan-out")
    try scratch.write("out/README.md", bytes: try #require(before["README.md"]))
    try Self.generate("--plan", "plan.json", profile: "profile.yaml", in: scratch).exits(3)
      .complains("The saved plan is stale")
    #expect(try scratch.tree("out") == before)
    try Self.generate("--plan", "plan.json", profile: "slower.yaml", in: scratch).exits(0).says("updated")
    // What stands in the way of a plan is said once.
    try edit(Self.own, scratch) { "// Ours.\n" + $0 }
    try Self.generate("--plan-out", "plan.json", profile: "slower.yaml", in: scratch).exits(3)
    let blocked = try Self.generate("--plan", "plan.json", profile: "slower.yaml", in: scratch).exits(3)
    #expect(blocked.errors.components(separatedBy: "[plan/edited-by-hand]").count == 2)
    try Self.generate("--plan-out", "-", in: scratch).exits(2).complains("--dry-run --format json")
    try scratch.write("bad.json", "{}")
    try Self.generate("--plan", "bad.json", in: scratch).exits(2).complains("'bad.json' is no saved plan")
  }

  @Test func aSavedPlanIsRefusedOnceAFileCanBeRunThatCouldNotBefore() throws {
    let scratch = try Self.generated()
    try Self.generate("--plan-out", "plan.json", profile: "slower.yaml", in: scratch).exits(0)
    try scratch.setMode(0o755, of: "out/README.md")
    try Self.generate("--plan", "plan.json", profile: "slower.yaml", in: scratch).exits(3).hasNoResult()
      .complains("The saved plan is stale: 'out/README.md' has changed")
    try scratch.setMode(0o644, of: "out/README.md")
    try Self.generate("--plan", "plan.json", profile: "slower.yaml", in: scratch).exits(0)
  }

  @Test func aSavedPlanReplacesNothingButASavedPlan() throws {
    let scratch = try Self.generated()
    func save(_ file: String) throws -> Outcome {
      try Self.generate("--plan-out", file, profile: "slower.yaml", in: scratch)
    }
    for file in ["profile.yaml", "out/.bascule/manifest.jsonl", "out/README.md"] {
      let before = try scratch.bytes(file)
      try save(file).exits(2).complains("'\(file)' exists and is no saved plan, so it is not replaced")
      #expect(try scratch.bytes(file) == before)
    }
    try scratch.write("empty.json", "")
    for file in ["new.json", "new.json", "empty.json"] { try save(file).exits(0) }
    #expect(try scratch.bytes("new.json") == scratch.bytes("empty.json"))
    // A link leads to the file, and a device takes what is written.
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url("link.json").path, withDestinationPath: "new.json")
    try scratch.write("new.json", "")
    try save("link.json").exits(0)
    #expect(try scratch.bytes("new.json") == scratch.bytes("empty.json"))
    try Run("generate", "slower.yaml", "--output", "out", "--plan-out", "/dev/stdout").shell(after: "| cat")
      .in(scratch).exits(0).says("\"saved-plan\": 1")
    try scratch.write("out/.bascule/manifest.jsonl", "")
    try save("none.json").exits(2)
    #expect(!FileManager.default.fileExists(atPath: scratch.url("none.json").path))
  }

  @Test func aSavedPlanThatIsForSomethingElseSaysForWhat() throws {
    let scratch = try Self.generated()
    try Self.generate("--plan-out", "plan.json", in: scratch).exits(0)
    try Run("generate", "profile.yaml", "--output", "other", "--plan", "plan.json").in(scratch).exits(3)
      .complains("it has no plan for 'other' but for 'out'")
    try edit("plan.json", scratch) { $0.replacing("\"saved-plan\": 1", with: "\"saved-plan\": 2") }
    try Self.generate("--plan", "plan.json", in: scratch).exits(2)
      .complains("'plan.json' is a saved plan of format 2; this program reads format 1")
  }

  @Test func theOverlaysOfAWorkspaceAreThoseThatAreStaged() throws {
    let repository = try GitScratch()
    let scratch = repository.scratch
    try scratch.copyFolder("examples/acme", to: ".")
    try Run("generate").in(scratch).exits(0)
    try repository.commit()
    func check() throws -> Outcome { try Run("generate", "--check", "--staged").in(scratch) }
    try check().exits(0).says(" unchanged")
    let practice = "overlay/practices/correlation-id.yaml"
    try scratch.write(
      practice, try scratch.text(practice).replacing("X-Acme-Trace", with: "X-Acme-Correlation"))
    try check().exits(0)
    try repository.git("add", practice)
    try check().exits(1).says("update docs/briefs/boomi.md")
    try Run("generate", "--check", "--staged").shell(before: "rm -r overlay;").in(scratch).exits(1)
    try repository.git("rm", "-r", "--quiet", "--cached", "overlay")
    try check().exits(2).complains("Nothing of the folder 'overlay' is staged", "workspace/missing-overlay")
  }

  @Test func theProfilesOfAWorkspaceAreThoseThatAreStaged() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    let scratch = repository.scratch
    try scratch.write("bascule.yaml", "workspace: 1\nprofiles: [profiles]\ndesigns: designs\n")
    try Run("generate").in(scratch).exits(0)
    try repository.commit()
    func check() throws -> Outcome { try Run("generate", "--check", "--staged").in(scratch) }
    try check().exits(0).says("designs/opportunity-to-order: 189 unchanged")
    // Neither a profile nor a workspace that nobody staged.
    try scratch.write("profiles/later.yaml", "profile: 1\nid: later\ntitle: Later\n")
    try scratch.write("bascule.yaml", "workspace: 1\nprofiles: [elsewhere]\n")
    let staged = try check().exits(0).says("designs/opportunity-to-order: 189 unchanged")
    #expect(!staged.output.contains("later"), "\(staged.output)")
    try repository.git("add", "profiles")
    try check().exits(1).says("designs/later: ")
    try Run("generate", "--check", "--staged").shell(before: "rm profiles/later.yaml;").in(scratch).exits(1)
      .says("designs/later: ")
    try repository.git("rm", "--quiet", "--cached", "profiles/later.yaml")
    try check().exits(0)
  }

  @Test func whatIsStagedIsCheckedWhateverTheWorkTreeHolds() throws {
    let scratch = try Self.generated()
    try scratch.git("init", "--quiet")
    try Self.generate("--check", "--staged", in: scratch).exits(4).complains(
      "'profile.yaml' cannot be read from the index")
    try scratch.git("add", ".")
    try Self.generate("--check", "--staged", in: scratch).exits(0)
    // Right in the work tree, wrong in what would be committed.
    try scratch.write("profile.yaml", try scratch.text("slower.yaml"))
    try Self.generate("--check", "--staged", in: scratch).exits(0)
    try scratch.git("add", "profile.yaml")
    try Self.generate(in: scratch).exits(0)
    try Self.generate("--check", in: scratch).exits(0)
    try Self.generate("--check", "--staged", in: scratch).exits(1).says("update salesforce/")
    try scratch.git("add", "out")
    try Self.generate("--check", "--staged", in: scratch).exits(0)
    try FileManager.default.removeItem(at: scratch.url("out"))
    try Self.generate("--check", "--staged", in: scratch).exits(0)
    try Self.generate("--staged", in: scratch).exits(2)
  }

  @Test func theIndexThatAHookNamesIsThatOfItsRepository() throws {
    let repository = try GitScratch.withProfiles("credit-check")
    let scratch = repository.scratch
    try scratch.write("bascule.yaml", "workspace: 1\nprofiles: [profiles]\ndesigns: designs\n")
    try Run("generate").in(scratch).exits(0)
    try repository.git("add", "profiles", "bascule.yaml")
    // The designs lie in a repository of their own, as in a submodule.
    try repository.git("-C", "designs", "init", "--quiet")
    func check() throws -> Outcome {
      try Run("generate", "--check", "--staged").with("GIT_INDEX_FILE", ".git/index").in(scratch)
    }
    try check().exits(1).says("create README.md")
    try repository.git("-C", "designs", "add", "--all")
    try check().exits(0)
  }

  @Test func aCheckoutWithLineEndingsOfWindowsIsUpToDate() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    let scratch = repository.scratch
    try Run("generate", "profiles", "--output", "out").in(scratch).exits(0)
    try repository.commit()
    try repository.git("config", "core.autocrlf", "true")
    for folder in ["profiles", "out"] { try FileManager.default.removeItem(at: scratch.url(folder)) }
    try repository.git("checkout", "--quiet", ".")
    #expect(try scratch.text(Self.shared).contains("\r\n"))
    try Run("generate", "profiles", "--output", "out", "--check").in(scratch).exits(0).says("189 unchanged")
    try repository.edit("profiles/opportunity-to-order.yaml", ("response-time: 8s", "response-time: 30s"))
    try scratch.write(Self.shared, try scratch.text(Self.shared) + "Ours.\r\n")
    try Run("generate", "profiles", "--output", "out").in(scratch).exits(0).says("1 updated, 1 merged")
    let text = try scratch.text(Self.shared)
    #expect(text.hasSuffix("Ours.\r\n") && !text.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func whatIsNotStagedIsNotTakenForDeleted() throws {
    let scratch = try Self.generated()
    try scratch.git("init", "--quiet")
    try scratch.git("add", ".")
    // As `git commit --all` leaves out what is new, while the manifest goes with it.
    try scratch.git("rm", "--quiet", "--cached", Self.own)
    func check() throws -> Outcome { try Self.generate("--check", "--staged", in: scratch) }
    try check().exits(1).says("create \(Self.own.dropFirst(4)) (managed): is not staged")
      .complains("'git add' stages it: git add 'out'")
    try scratch.git("add", "--intent-to-add", Self.own)
    try check().exits(1).says("(managed): is not staged")
    try scratch.git("add", Self.own)
    try check().exits(0)
    try scratch.git("rm", "--quiet", "--force", Self.own)
    try check().exits(0).says("was deleted by hand and stays deleted")
    try scratch.copy("examples/credit-check.yaml", to: "later/credit-check.yaml")
    try scratch.git("add", "--intent-to-add", "later")
    try Run("check", "--staged", "later/credit-check.yaml").in(scratch).exits(4).complains("it is not staged")
  }

  @Test func withoutGitOnlyAMergeFails() throws {
    let scratch = try Self.generated()
    try edit(Self.shared, scratch) { $0 + "A note of the team.\n" }
    func run(_ profile: String) throws -> Outcome {
      try Run("generate", profile, "--output", "out").with("PATH", "/nonexistent").in(scratch)
    }
    try run("profile.yaml").exits(0)
    let before = try scratch.tree("out")
    try run("slower.yaml").exits(4).hasNoResult()
      .complains("mule/README.md", "git cannot be started", "install git")
    #expect(try scratch.tree("out") == before)
  }

  @Test func lineEndingsOfAnEditorAreNoEdit() throws {
    let scratch = try Self.generated()
    for path in [Self.own, Self.shared] { try edit(path, scratch) { $0.replacing("\n", with: "\r\n") } }
    try Self.generate("--check", in: scratch).exits(0)
    try Self.generate(profile: "slower.yaml", in: scratch).exits(0).says("2 updated")
    for path in [Self.own, Self.shared] {
      let text = try scratch.text(path)
      #expect(text.contains("\r\n") && !text.replacing("\r\n", with: "").contains("\n"))
    }
  }

  /// As git checks everything out where `core.autocrlf` is set.
  @Test func aFolderWithLineEndingsOfWindowsThroughoutIsMergedWith() throws {
    let scratch = try Self.generated()
    try edit(Self.shared, scratch) { $0 + "A note of the team.\n" }
    for path in try scratch.tree("out").keys {
      try edit("out/" + path, scratch) { $0.replacing("\n", with: "\r\n") }
    }
    try Self.generate("--check", in: scratch).exits(0)
    try Self.generate(profile: "slower.yaml", in: scratch).exits(0).says("1 updated, 1 merged")
    let text = try scratch.text(Self.shared)
    #expect(text.hasSuffix("A note of the team.\r\n") && !text.replacing("\r\n", with: "").contains("\n"))
  }

  @Test func metadataThatTheOrganisationReorderedIsNoEdit() throws {
    let scratch = try Self.generated()
    let path =
      "out/salesforce/force-app/main/default/objects/Integration_Error__c/fields/Attempts__c.field-meta.xml"
    try edit(path, scratch) { text in
      var lines = text.split(separator: "\n").map(String.init)
      let inner = lines[2..<(lines.count - 1)].filter { $0.hasPrefix("    <") && $0.contains("</") }
      guard inner.count > 2 else { return text }
      lines.removeAll { inner.contains($0) }
      lines.insert(contentsOf: inner.reversed(), at: 2)
      return lines.joined(separator: "\n") + "\n"
    }
    try Self.generate("--check", "--verbose", in: scratch).exits(0).says("differs in its layout only")
  }
}

extension Scratch {
  /// Runs git here, with settings of its own only.
  func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/git")
    process.arguments =
      ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "core.autocrlf=false"] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"]
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "git \(arguments)")
  }
}
