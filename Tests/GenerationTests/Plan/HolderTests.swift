import Generation
import Hashing
import Testing

/// Whose design a target holds, and what follows for a plan.
@Suite struct HolderTests {
  private func plan(
    for profile: String, holding held: String?, _ texts: [String: String] = ["a": "new\n"],
    renamedFrom former: String? = nil
  ) throws -> WritePlan {
    let written = try texts.map { try generated($0.key, $0.value) }
    return WritePlan.plan(
      files: [try generated("b")], of: profile,
      manifest: Manifest(written.map { Manifest.Entry(of: $0) }, of: held), existing: try disk(texts),
      choices: PlanChoices(formerProfile: former))
  }

  @Test func anotherDesignIsLeftAlone() throws {
    let plan = try plan(for: "two", holding: "one")
    #expect(plan.holder == .other("one"))
    #expect(plan.isBlocked && plan.isEmpty && plan.actions.isEmpty)
    #expect(plan.manifest.profile == "one" && plan.manifest.entries.count == 1)
  }

  @Test func theOwnDesignIsWrittenAnew() throws {
    let plan = try plan(for: "one", holding: "one")
    #expect(plan.holder == .own)
    #expect(plan.outcome == ["a: delete, is no longer generated", "b: create, is new"])
    #expect(plan.manifest.profile == "one")
  }

  @Test func aRenamedDesignIsTakenOver() throws {
    let plan = try plan(for: "two", holding: "one", renamedFrom: "one")
    #expect(plan.holder == .renamed(from: "one"))
    #expect(plan.actions.count == 2 && plan.manifest.profile == "two")
    #expect(try self.plan(for: "two", holding: "three", renamedFrom: "one").holder == .other("three"))
    #expect(try self.plan(for: "two", holding: nil, [:], renamedFrom: "one").holder == .other(nil))
  }

  @Test func aManifestThatDoesNotSayWhoseItIsIsCompleted() throws {
    let plan = try plan(for: "one", holding: nil)
    #expect(plan.holder == .unstated)
    #expect(plan.changesManifest && plan.manifest.profile == "one")
    #expect(try self.plan(for: "one", holding: nil, [:]).holder == .none)
  }

  @Test func aFolderOfWhichNothingIsLeftIsNobodys() throws {
    let plan = WritePlan.plan(
      files: [], of: "one", manifest: Manifest([Manifest.Entry(of: try generated("a"))], of: "one"),
      existing: try disk(["a": "new\n"]))
    #expect(plan.outcome == ["a: delete, is no longer generated"])
    #expect(plan.manifest == Manifest())
  }

  @Test func aRecordTellsWhoseAManifestIsThatDoesNotSayIt() throws {
    func holder(_ written: String, _ next: String, renamedFrom former: String? = nil) throws
      -> WritePlan.Holder
    {
      func record(_ path: String) throws -> GeneratedFile {
        GeneratedFile(
          path: try RelativePath(path), contents: [], kind: "record", template: Digest(of: []),
          ownership: .sealed)
      }
      return WritePlan.plan(
        files: [try record(next), try generated("a")], of: "one",
        manifest: Manifest([Manifest.Entry(of: try record(written)), Manifest.Entry(of: try generated("a"))]),
        existing: [:], choices: PlanChoices(formerProfile: former)
      ).holder
    }
    #expect(try holder("docs/0001-one.md", "docs/0001-one.md") == .unstated)
    #expect(try holder("docs/0007-one.md", "docs/0001-one.md") == .unstated)
    let other = try RelativePath("docs/0001-two.md")
    #expect(try holder("docs/0001-two.md", "docs/0001-one.md") == .unnamed(record: other))
    #expect(try holder("docs/0001-two.md", "docs/0001-one.md", renamedFrom: "two") == .unstated)
    #expect(try holder("docs/read.md", "docs/0001-one.md") == .unstated)
  }
}
