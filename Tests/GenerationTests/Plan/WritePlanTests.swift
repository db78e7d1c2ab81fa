import Diagnostics
import Generation
import Hashing
import Testing

@Suite struct WritePlanTests {
  private func outcome(
    _ files: [GeneratedFile], _ manifest: Manifest? = nil, _ existing: [RelativePath: ExistingEntry] = [:]
  ) -> [String] {
    WritePlan.plan(files: files, manifest: manifest, existing: existing).outcome
  }

  @Test func createsWhatIsNotThere() throws {
    let files = [try generated("b/c"), try generated("a")]
    let plan = WritePlan.plan(files: files, manifest: nil, existing: [:])
    #expect(plan.outcome == ["a: create, is new", "b/c: create, is new"])
    #expect(plan.manifest.entries.map(\.path.description) == ["a", "b/c"])
    #expect(!plan.isEmpty)
  }

  @Test func neverOverwritesAFileThatBasculeDidNotWrite() throws {
    for ownership in Ownership.allCases {
      let plan = WritePlan.plan(
        files: [try generated("a", "new\n", ownership), try generated("b")], manifest: nil,
        existing: try disk(["a": "mine\n"]))
      #expect(plan.outcome == ["a: conflict, exists and was not written by Bascule", "b: create, is new"])
      #expect(plan.conflicts.map(\.path.description) == ["a"])
      #expect(!plan.manifest.entries.contains { $0.path.description == "a" })
    }
  }

  @Test func anEmptyForeignFileIsAForeignFileToo() throws {
    #expect(
      outcome([try generated("a")], nil, try disk(["a": ""]))
        == ["a: conflict, exists and was not written by Bascule"])
  }

  @Test func adoptsAFileThatHoldsWhatWouldBeWritten() throws {
    let file = try generated("a")
    let plan = WritePlan.plan(files: [file], manifest: nil, existing: try disk(["a": "new\n"]))
    #expect(plan.outcome == ["a: unchanged, was not written by Bascule but holds what it would write"])
    #expect(plan.manifest == manifest(file))
    #expect(plan.changesManifest)
  }

  @Test func ignoresForeignFilesElsewhere() throws {
    let existing = try disk(["README.md": "mine\n", "src/Main.java": "mine\n"])
    #expect(outcome([try generated("src/a")], nil, existing) == ["src/a: create, is new"])
  }

  @Test(arguments: [
    (Ownership.managed, "update, is out of date"), (.merged, "update, is out of date"),
    (.seeded, "keep, was written once and is the team's"),
    (.sealed, "keep, is a record, which stays as it is"),
    (.kept, "keep, is kept by the team; what is generated has changed since"),
  ])
  func treatsAnUntouchedFileByItsOwnership(ownership: Ownership, expected: String) throws {
    let old = manifest(try generated("a", "old\n", ownership))
    let file = try generated("a", "new\n", ownership, template: "t2")
    #expect(outcome([file], old, try disk(["a": "old\n"])) == ["a: " + expected])
  }

  @Test(arguments: [
    (Ownership.managed, "conflict, is Bascule's own but was edited by hand"),
    (.seeded, "keep, was written once and is the team's"),
    (.sealed, "keep, is a record, which stays as it is"),
    (.kept, "keep, is kept by the team; what is generated has changed since"),
  ])
  func neverOverwritesAFileThatWasEditedByHand(ownership: Ownership, expected: String) throws {
    let old = manifest(try generated("a", "old\n", ownership))
    let file = try generated("a", "new\n", ownership)
    #expect(outcome([file], old, try disk(["a": "edited\n"])) == ["a: " + expected])
    var large = try disk([:])
    large[try RelativePath("a")] = .unreadFile
    #expect(outcome([file], old, large).first?.hasPrefix("a: " + expected.prefix(8)) == true)
  }

  @Test(arguments: [Ownership.seeded, .sealed, .kept])
  func takesTheLineEndingsOfAnEditorForNoEditWhoeverOwnsTheFile(ownership: Ownership) throws {
    let file = try generated("a", "one\ntwo\n", ownership == .kept ? .merged : ownership)
    let old = manifest(try generated("a", "one\ntwo\n", ownership))
    #expect(
      outcome([file], old, try disk(["a": "one\r\ntwo\r\n"])) == ["a: unchanged, differs in its layout only"])
  }

  @Test(arguments: ["old\n", "edited\n"])
  func aKeptFileThatIsAdoptedIsSharedAgain(contents: String) throws {
    let file = try generated("a", "old\n", .merged)
    let old = manifest(try generated("a", "old\n", .kept))
    let plan = WritePlan.plan(
      files: [file], manifest: old, existing: try disk(["a": contents]),
      choices: PlanChoices(adopted: [file.path]))
    #expect(plan.manifest == manifest(file))
  }

  @Test func keepsAnEditOfASharedFileThatHasNothingNew() throws {
    let file = try generated("a", "old\n", .merged)
    let plan = WritePlan.plan(
      files: [file], manifest: manifest(file), existing: try disk(["a": "edited\n"]))
    #expect(plan.outcome == ["a: keep, was edited by hand and has nothing new"])
    #expect(!plan.changesManifest && Array(plan.newBases.values) == [file.contents])
  }

  @Test func takesAnEditThatMakesTheFileWhatItWouldBeAsUpToDate() throws {
    let file = try generated("a", "new\n")
    let old = manifest(try generated("a", "old\n"))
    let plan = WritePlan.plan(files: [file], manifest: old, existing: try disk(["a": "new\n"]))
    #expect(plan.outcome == ["a: unchanged, is up to date"])
    #expect(plan.manifest == manifest(file))
  }

  @Test func leavesAFileDeletedThatWasDeletedByHand() throws {
    let file = try generated("a")
    let plan = WritePlan.plan(files: [file], manifest: manifest(file), existing: [:])
    #expect(plan.outcome == ["a: keep, was deleted by hand and stays deleted"])
    #expect(plan.isEmpty)
  }

  @Test func whatTheTeamTookForItselfStaysTheirs() throws {
    let old = manifest(try generated("a", "old\n", .kept))
    let plan = WritePlan.plan(
      files: [try generated("a", "new\n", .managed)], manifest: old, existing: try disk(["a": "old\n"]))
    #expect(plan.outcome == ["a: keep, is kept by the team; what is generated has changed since"])
    #expect(plan.manifest == old)
  }

  @Test(arguments: [
    (Ownership.managed, "old\n", "delete, is no longer generated", false),
    (.merged, "old\n", "delete, is no longer generated", false),
    (.managed, "edited\n", "keep, is no longer generated but was edited by hand", true),
    (.merged, "edited\n", "keep, is no longer generated but was edited by hand", true),
    (.seeded, "old\n", "keep, is no longer generated, was written once and is the team's", false),
    (.sealed, "old\n", "keep, is a record, which stays as it is", false),
    (.kept, "edited\n", "keep, is kept by the team", false),
  ])
  func deletesWhatIsNoLongerGeneratedOnlyIfItIsUntouched(
    ownership: Ownership, text: String, expected: String, isEditedOrphan: Bool
  ) throws {
    let old = manifest(try generated("a/b", "old\n", ownership))
    let plan = WritePlan.plan(files: [], manifest: old, existing: try disk(["a/b": text]))
    #expect(plan.outcome == ["a/b: " + expected])
    #expect(plan.editedOrphans.count == (isEditedOrphan ? 1 : 0))
    #expect(plan.manifest.entries.isEmpty == expected.hasPrefix("delete"))
  }

  @Test func forgetsWhatIsNeitherGeneratedNorThere() throws {
    let old = manifest(try generated("a"))
    let plan = WritePlan.plan(files: [], manifest: old, existing: [:])
    #expect(plan.actions.isEmpty)
    #expect(plan.manifest.entries.isEmpty)
    #expect(plan.changesManifest)
  }

  @Test(arguments: [
    (ExistingEntry.folder, "is a folder, where a file is to be written"),
    (.symbolicLink, "is a symbolic link, which is not followed"),
    (.special, "is a device, a pipe or a socket"),
    (.unreadFile, "exists and was not written by Bascule"),
  ])
  func refusesToReplaceAnythingButAFile(entry: ExistingEntry, reason: String) throws {
    let file = try generated("a")
    #expect(outcome([file], nil, [file.path: entry]) == ["a: conflict, " + reason])
  }

  @Test(arguments: [
    (ExistingEntry.symbolicLink, "leads through the symbolic link 'a', which is not followed"),
    (.special, "needs the folder 'a', which is no folder"),
    (.unreadFile, "needs the folder 'a', which is no folder"),
    (.file(contents: [], isExecutable: false), "needs the folder 'a', which is no folder"),
  ])
  func refusesToWriteBelowAnythingButAFolder(entry: ExistingEntry, reason: String) throws {
    let existing = [try RelativePath("a"): entry]
    #expect(outcome([try generated("a/b/c")], nil, existing) == ["a/b/c: conflict, " + reason])
  }

  @Test func refusesAFileWhereAnotherNeedsAFolder() throws {
    #expect(
      outcome([try generated("a/b"), try generated("a")])
        == ["a: create, is new", "a/b: conflict, needs the folder 'a', which is no folder"])
  }

  @Test func refusesTwoFilesForOnePath() throws {
    #expect(outcome([try generated("a"), try generated("a")]) == ["a: conflict, is generated twice"])
  }

  @Test func refusesPathsThatDifferOnlyInCase() throws {
    #expect(
      outcome([try generated("A.txt"), try generated("a.txt")])
        == [
          "A.txt: conflict, differs from 'a.txt' only in case",
          "a.txt: conflict, differs from 'A.txt' only in case",
        ])
    #expect(
      outcome([try generated("Src/a"), try generated("src/b")])
        == [
          "Src/a: conflict, needs the folder 'Src', which differs from 'src' only in case",
          "src/b: conflict, needs the folder 'src', which differs from 'Src' only in case",
        ])
    #expect(
      outcome([try generated("readme.md")], nil, try disk(["README.md": "mine\n"]))
        == ["readme.md: conflict, differs from 'README.md' only in case"])
  }

  @Test func leavesAPairAloneThatTheTeamAlreadyHas() throws {
    let old = manifest(try generated("a", "old\n"))
    let existing = try disk(["a": "old\n", "A": "mine\n"])
    #expect(outcome([try generated("a")], old, existing) == ["a: update, is out of date"])
  }

  @Test func refusesToGenerateIntoItsOwnFolder() throws {
    #expect(
      outcome([try generated(".bascule/manifest.jsonl"), try generated(".Bascule/x")])
        == [
          ".Bascule/x: conflict, lies in the folder that Bascule keeps for itself",
          ".bascule/manifest.jsonl: conflict, lies in the folder that Bascule keeps for itself",
        ])
  }

  @Test func changesThePermissionOnlyWhenTheTemplateDoes() throws {
    let path = try RelativePath("run.sh")
    let script = try generated("run.sh", isExecutable: true)
    let plain = try generated("run.sh")
    let onDisk: [RelativePath: ExistingEntry] = [
      path: .file(contents: Array("new\n".utf8), isExecutable: false)
    ]
    #expect(outcome([script], manifest(plain), onDisk) == ["run.sh: update, is out of date"])
    #expect(outcome([script], manifest(script), onDisk) == ["run.sh: unchanged, is up to date"])
    let plan = WritePlan.plan(
      files: [try generated("run.sh", "newer\n", isExecutable: true)], manifest: manifest(script),
      existing: onDisk)
    guard case .update(let file, _) = plan.actions.first?.verb else {
      Issue.record("\(plan.outcome)")
      return
    }
    #expect(!file.isExecutable)
  }

  @Test func asksForEveryPathThatItNeedsToKnow() throws {
    let paths = WritePlan.paths(
      of: [try generated("b"), try generated("a")], and: manifest(try generated("c"), try generated("a")))
    #expect(paths.map(\.description).sorted() == ["a", "b", "c"])
  }

  /// As git leaves a file that both sides of a merge generated anew.
  @Test(arguments: [Ownership.managed, .merged]) func namesMarksOfAMergeWhoeverOwnsTheFile(
    ownership: Ownership
  ) throws {
    let file = try generated("a", "new\n", ownership)
    let text = "<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> side\n"
    for choices in [PlanChoices(), PlanChoices(adopted: [file.path])] {
      let plan = WritePlan.plan(
        files: [file], manifest: manifest(file), existing: try disk(["a": text]), choices: choices)
      #expect(plan.conflicts.map(\.reason) == [.unresolvedMarkers])
      var bag = DiagnosticBag()
      plan.report(into: &bag)
      #expect(bag.sorted.first?.fixes.last?.summary == "give the edits up with --restore a")
    }
  }

  @Test func reportsConflictsAsErrorsAndEditedOrphansAsWarnings() throws {
    let old = manifest(try generated("orphan", "old\n"), try generated("edited", "old\n"))
    let existing = try disk(["orphan": "mine\n", "edited": "mine\n", "foreign": "mine\n"])
    let plan = WritePlan.plan(
      files: [try generated("edited"), try generated("foreign"), try generated("fresh")], manifest: old,
      existing: existing)
    var bag = DiagnosticBag()
    plan.report(into: &bag)
    #expect(bag.sorted.map(\.id) == [.planEditedByHand, .planEditedOrphan, .planForeignFile])
    #expect(bag.sorted.map(\.severity) == [.error, .warning, .error])
    #expect(bag.sorted.last?.message == "'foreign' exists and was not written by Bascule")
  }

  @Test func aFolderThatIsInTheWayOfManyFilesIsOneFinding() throws {
    let files = try ["D/a", "D/b", "D/c", "e/f"].map { try generated($0) }
    let existing = try disk(["d/mine": "mine\n", "e": "mine\n"])
    var bag = DiagnosticBag()
    WritePlan.plan(files: files, manifest: Manifest(), existing: existing).report(into: &bag)
    #expect(bag.sorted.map(\.id) == [.planBlockedPath, .planDiffersInCase])
    #expect(
      bag.sorted.last?.message == "'D/a' needs the folder 'D', which differs from 'd' only in case")
    #expect(bag.sorted.map(\.notes) == [[], ["so it is with 2 more of that folder"]])
  }
}
