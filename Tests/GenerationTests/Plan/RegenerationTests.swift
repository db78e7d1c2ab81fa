import Diagnostics
import Generation
import Hashing
import Testing

/// What a plan does about edits, renames, records and removals.
@Suite struct RegenerationTests {
  private func plan(
    _ files: [GeneratedFile], _ manifest: Manifest, _ texts: [String: String],
    _ choices: PlanChoices = PlanChoices(), bases: [String] = ["old\n"]
  ) throws -> WritePlan {
    WritePlan.plan(
      files: files, formats: FormatFacts(metadata: Self.metadata), manifest: manifest,
      existing: try disk(texts), choices: choices,
      support: support(bases.map { Array($0.utf8) }))
  }

  private func choosing(_ change: (inout PlanChoices) -> Void) -> PlanChoices {
    var choices = PlanChoices()
    change(&choices)
    return choices
  }

  // MARK: - Shared files

  @Test func mergesEditsWithWhatIsNew() throws {
    let old = manifest(try generated("a", "old\n", .merged))
    let file = try generated("a", "new\n", .merged)
    let plan = try plan([file], old, ["a": "mine\n"])
    #expect(plan.outcome == ["a: merge, was edited by hand, and what is new was merged in"])
    #expect(plan.actions.first?.verb.written?.contents == Array("mine\nnew\n".utf8))
    #expect(plan.manifest == manifest(file))
    #expect(Array(plan.newBases.values) == [file.contents])
    #expect(plan.staleBases == [Digest(of: Array("old\n".utf8))])
  }

  @Test func contradictionsStopThePlanUnlessMarkersAreWanted() throws {
    let old = manifest(try generated("a", "old\n", .merged))
    let file = try generated("a", "!new\n", .merged)
    let refused = try plan([file], old, ["a": "!mine\n"])
    #expect(refused.outcome == ["a: conflict, was edited by hand where it would be written differently now"])
    #expect(refused.manifest == old)
    let marked = try plan([file], old, ["a": "!mine\n"], choosing { $0.writesMarkers = true })
    #expect(marked.conflicts.isEmpty && marked.leftToPeople.count == 1)
    let text = String(decoding: marked.actions.first?.verb.written?.contents ?? [], as: UTF8.self)
    let next = try plan([file], marked.manifest, ["a": text], bases: ["!new\n"])
    #expect(next.outcome == ["a: conflict, holds the marks of a merge that nobody resolved"])
    let resolved = try plan([file], marked.manifest, ["a": "!resolved\n"], bases: ["!new\n"])
    #expect(resolved.isEmpty)
  }

  @Test func withoutABaseNothingIsGuessed() throws {
    let old = manifest(try generated("a", "old\n", .merged))
    let file = try generated("a", "new\n", .merged)
    #expect(try plan([file], old, ["a": "mine\n"], bases: []).conflicts.first?.reason == .missingBase)
    let adopted = try plan([file], old, ["a": "mine\n"], choosing { $0.adopted = [file.path] }, bases: [])
    #expect(adopted.outcome == ["a: keep, was edited by hand, and the edits are adopted"])
    #expect(adopted.manifest == manifest(file))
  }

  @Test func aToolThatIsMissingIsNamed() throws {
    let old = manifest(try generated("a", "old\n", .merged))
    let base = Array("old\n".utf8)
    let none = PlanSupport(
      bases: [Digest(of: base)], base: { _ in base }, mergeLines: { _ in .unavailable("there is no git") })
    let plan = WritePlan.plan(
      files: [try generated("a", "new\n", .merged), try generated("b")], manifest: old,
      existing: try disk(["a": "mine\n"]), support: none)
    #expect(
      plan.outcome.first == "a: conflict, was edited by hand and has to be merged, and there is no git")
  }

  @Test func layoutAloneIsNoEdit() throws {
    let json = try generated("a.json", "{\"a\":1}\n", .managed, language: .json)
    let newer = try generated("a.json", "{\"a\":2}\n", .managed, language: .json)
    let old = manifest(json)
    let same = try plan([json], old, ["a.json": "{ \"a\": 1 }\r\n"], bases: [])
    #expect(same.outcome == ["a.json: unchanged, differs in its layout only"] && same.isEmpty)
    #expect(
      try plan([newer], old, ["a.json": "{ \"a\": 1 }\n"]).outcome == ["a.json: update, is out of date"])
    #expect(
      try plan([], old, ["a.json": "{ \"a\": 1 }\n"]).outcome == ["a.json: delete, is no longer generated"])
    let windows = try plan([newer], old, ["a.json": "{\"a\":1}\r\n"])
    #expect(windows.actions.first?.verb.written?.contents == Array("{\"a\":2}\r\n".utf8))
    #expect(try plan([newer], old, ["a.json": "{\"a\":3}\n"]).conflicts.first?.reason == .managedButEdited)
  }

  // MARK: - What a person decides

  @Test func anAdoptedEditOfBasculesOwnFileIsMergedFromThenOn() throws {
    let old = manifest(try generated("a", "old\n"))
    let file = try generated("a", "old\n")
    #expect(try plan([file], old, ["a": "mine\n"], bases: []).conflicts.first?.reason == .managedButEdited)
    let adopted = try plan([file], old, ["a": "mine\n"], choosing { $0.adopted = [file.path] }, bases: [])
    #expect(adopted.manifest.entries.first?.ownership == .merged)
    #expect(Array(adopted.newBases.values) == [file.contents])
    let next = try plan([try generated("a", "new\n")], adopted.manifest, ["a": "mine\n"])
    #expect(next.outcome == ["a: merge, was edited by hand, and what is new was merged in"])
    let undone = try plan([file], adopted.manifest, ["a": "old\n"])
    #expect(undone.manifest == old)
  }

  @Test func aForeignFileCanBeAdoptedOrKept() throws {
    let file = try generated("a", "new\n", .merged)
    let adopted = try plan([file], Manifest(), ["a": "mine\n"], choosing { $0.adopted = [file.path] })
    #expect(adopted.manifest == manifest(file))
    let kept = try plan([file], Manifest(), ["a": "mine\n"], choosing { $0.kept = [file.path] })
    #expect(kept.outcome == ["a: keep, is kept by the team"])
    #expect(kept.manifest.entries.first?.ownership == .kept)
    let later = try plan([try generated("a", "newer\n", .merged)], kept.manifest, ["a": "mine\n"])
    #expect(later.outcome == ["a: keep, is kept by the team; what is generated has changed since"])
  }

  @Test func restoringGivesTheEditsUp() throws {
    let file = try generated("a", "new\n")
    let old = manifest(try generated("a", "old\n"))
    let restoring = choosing { $0.restored = [file.path] }
    #expect(try plan([file], old, ["a": "mine\n"], restoring).outcome == ["a: update, is restored"])
    #expect(try plan([file], old, [:], restoring).outcome == ["a: create, is restored"])
    let kept = Manifest(
      old.entries.map {
        Manifest.Entry(
          path: $0.path, kind: "kind", ownership: .kept, contents: $0.contents, template: $0.template)
      })
    let again = try plan([file], kept, ["a": "mine\n"], restoring)
    #expect(again.manifest.entries.first?.ownership == .managed)
    let record = try generated("a", "new\n", .sealed)
    #expect(
      try plan([record], manifest(try generated("a", "old\n", .sealed)), ["a": "old\n"], restoring)
        .conflicts.first?.reason == .sealedForever)
  }

  @Test func anEditedOrphanCanBeKept() throws {
    let old = manifest(try generated("a", "old\n"))
    let kept = try plan([], old, ["a": "mine\n"], choosing { $0.kept = Set(old.entries.map(\.path)) })
    #expect(kept.outcome == ["a: keep, is kept by the team"] && kept.editedOrphans.isEmpty)
    #expect(try plan([], kept.manifest, ["a": "mine\n"], bases: []).isEmpty)
  }

  @Test func aDecisionAboutNothingIsReported() throws {
    let wrong = try RelativePath("README.mb")
    let choices = choosing { $0.kept = [wrong] }
    let plan = try plan([try generated("README.md")], Manifest(), [:], choices)
    var bag = DiagnosticBag()
    plan.report(unknown: choices, into: &bag)
    #expect(bag.sorted.map(\.message) == ["'README.mb' is no file that is generated here"])
    #expect(bag.sorted.first?.fixes.map(\.summary) == ["did you mean 'README.md'?"])
  }

  // MARK: - Renames

  @Test func aRenameCarriesTheEditsAlong() throws {
    let old = manifest(try generated("old/a", "old\n", .merged))
    let same = try generated("new/a", "old\n", .merged, formerPaths: ["older/a", "old/a"])
    let moved = try plan([same], old, ["old/a": "mine\n"])
    #expect(moved.outcome == ["new/a: move, was 'old/a' before"])
    #expect(moved.actions.first?.verb.written?.contents == Array("mine\n".utf8))
    #expect(moved.manifest == manifest(same))
    let newer = try generated("new/a", "new\n", .merged, formerPaths: ["old/a"])
    let merged = try plan([newer], old, ["old/a": "mine\n"])
    #expect(merged.actions.first?.verb.written?.contents == Array("mine\nnew\n".utf8))
    let untouched = try plan([newer], old, ["old/a": "old\n"])
    #expect(untouched.actions.first?.verb.written?.contents == Array("new\n".utf8))
    #expect(try plan([newer], old, [:]).outcome == ["new/a: keep, was deleted by hand and stays deleted"])
  }

  @Test func aRenameNeverOverwritesAnything() throws {
    let old = manifest(try generated("old/a", "old\n", .merged))
    let file = try generated("new/a", "new\n", .merged, formerPaths: ["old/a"])
    let both = try plan([file], old, ["old/a": "mine\n", "new/a": "foreign\n"])
    #expect(
      both.outcome == [
        "new/a: conflict, exists and was not written by Bascule",
        "old/a: keep, is no longer generated but was edited by hand",
      ])
    let contradiction = try generated("new/a", "!new\n", .merged, formerPaths: ["old/a"])
    let refused = try plan([contradiction], old, ["old/a": "!mine\n"])
    #expect(refused.conflicts.map(\.path.description) == ["new/a"])
    #expect(refused.manifest == old)
    let managed = manifest(try generated("old/a", "old\n"))
    let own = try generated("new/a", "new\n", formerPaths: ["old/a"])
    #expect(try plan([own], managed, ["old/a": "mine\n"]).conflicts.first?.reason == .managedButEdited)
    let kept = manifest(try generated("old/a", "old\n", .kept))
    #expect(
      try plan([own], kept, ["old/a": "mine\n"]).outcome
        == ["new/a: keep, is kept by the team as 'old/a'", "old/a: keep, is kept by the team"])
  }

  @Test func aChangeOfCaseIsARenameWhetherItIsDeclaredOrNot() throws {
    let old = manifest(try generated("d/a", "old\n", .merged))
    for former in [["d/a"], []] {
      let newer = try generated("d/A", "new\n", .merged, formerPaths: former)
      let moved = try plan([newer], old, ["d/a": "mine\n"])
      #expect(moved.outcome == ["d/A: move, was 'd/a' before"])
      #expect(moved.actions.first?.verb.written?.contents == Array("mine\nnew\n".utf8))
      // Somebody has renamed it already; nobody can tell that it is the same one where nothing says so.
      let renamed = try plan([newer], old, ["d/A": "mine\n"])
      #expect(renamed.conflicts.isEmpty == !former.isEmpty)
    }
    // Other files may stay in a folder, which cannot be renamed then.
    let folder = try plan([try generated("D/a", "new\n", .merged)], old, ["d/a": "mine\n"])
    #expect(
      folder.outcome.contains("D/a: conflict, needs the folder 'D', which differs from 'd' only in case"))
    let kept = manifest(try generated("d/a", "old\n", .kept))
    #expect(
      try plan([try generated("d/A")], kept, ["d/a": "mine\n"]).outcome.first
        == "d/A: keep, is kept by the team as 'd/a'")
  }

  @Test func aRenamedFileInConflictIsNamedWhereItLiesAndWhereItGoes() throws {
    let old = manifest(try generated("old/a", "old\n", .merged))
    let file = try generated("new/a", "!new\n", .merged, formerPaths: ["old/a"])
    let refused = try plan([file], old, ["old/a": "!mine\n"])
    #expect(
      refused.actions.map(\.because)
        == ["is 'old/a' so far and was edited by hand where it would be written differently now"])
    for path in [file.path, try RelativePath("old/a")] {
      let adopted = try plan([file], old, ["old/a": "!mine\n"], choosing { $0.adopted = [path] })
      #expect(adopted.outcome == ["new/a: move, was 'old/a' before"])
      var bag = DiagnosticBag()
      for plan in [refused, adopted] { plan.report(unknown: PlanChoices(adopted: [path]), into: &bag) }
      #expect(bag.isEmpty)
    }
  }

  // MARK: - What a person decides

  @Test func aFileCanBeKeptOut() throws {
    let file = try generated("a", "new\n", .merged)
    let none = try plan([file], Manifest(), [:], choosing { $0.kept = [file.path] })
    #expect(none.outcome == ["a: keep, is not there, and the team keeps it so"])
    let next = try plan([file], none.manifest, [:])
    #expect(next.outcome == none.outcome && !next.changesManifest)
    let restored = try plan([file], none.manifest, [:], choosing { $0.restored = [file.path] })
    #expect(restored.outcome == ["a: create, is restored"] && restored.manifest == manifest(file))
  }

  @Test func onlyEditsAreAdopted() throws {
    for ownership in [Ownership.managed, .merged] {
      let old = manifest(try generated("a", "old\n", ownership))
      let file = try generated("a", "new\n", ownership)
      let plan = try plan([file], old, ["a": "old\n"], choosing { $0.adopted = [file.path] })
      #expect(plan.outcome == ["a: update, is out of date"])
    }
  }

  @Test(arguments: [ExistingEntry.folder, .symbolicLink, .special])
  func whateverLiesThereTheTeamCanKeepIt(entry: ExistingEntry) throws {
    let file = try generated("a", "new\n", .merged)
    func plan(_ manifest: Manifest, _ choices: PlanChoices = PlanChoices()) -> WritePlan {
      WritePlan.plan(files: [file], manifest: manifest, existing: [file.path: entry], choices: choices)
    }
    let old = manifest(try generated("a", "old\n", .merged))
    #expect(plan(old).conflicts.count == 1)
    let kept = plan(old, PlanChoices(kept: [file.path]))
    #expect(kept.outcome == ["a: keep, is kept by the team"])
    #expect(plan(kept.manifest).isEmpty)
    #expect(plan(kept.manifest, PlanChoices(restored: [file.path])).conflicts.count == 1)
  }

  @Test func whatIsNoTextAnyMoreIsSaidToBeNone() throws {
    let old = manifest(try generated("a", "old\n", .merged))
    let file = try generated("a", "new\n", .merged)
    let plan = try plan([file], old, ["a": "m\u{0}i\u{0}"], choosing { $0.writesMarkers = true })
    #expect(plan.conflicts.first?.reason == .noText)
    var bag = DiagnosticBag()
    plan.report(into: &bag)
    #expect(bag.sorted.allSatisfy { $0.fixes.allSatisfy { !$0.summary.contains("markers") } })
  }

  @Test func aFolderOfWhichOnlyTheRecordIsLeftIsNamed() throws {
    func findings(_ texts: [String: String]) throws -> [String] {
      let files = [try generated("a"), try generated("b")]
      var bag = DiagnosticBag()
      try plan(files, Manifest(files.map { Manifest.Entry(of: $0) }), texts).report(
        emptied: "out", into: &bag)
      return bag.sorted.map(\.message)
    }
    #expect(
      try findings([:])
        == ["nothing is left of what was generated into 'out', and what was deleted stays deleted"])
    #expect(try findings(["a": "new\n"]).isEmpty)
  }

  // MARK: - Records

  private func record(_ seal: String, _ text: String = "---\nstatus: \"proposed\"\n---\n\ntext\n") throws
    -> GeneratedFile
  {
    try generated("adr/0001-x.md", text, .sealed, seal: seal)
  }

  private func plan(
    _ file: GeneratedFile, _ manifest: Manifest, _ texts: [String: String]
  ) throws -> WritePlan {
    let names = texts.keys.filter { $0.hasPrefix("adr/") }.map { String($0.dropFirst(4)) }
    return WritePlan.plan(
      files: [file], manifest: manifest, existing: try disk(texts),
      support: PlanSupport(names: { _ in names }))
  }

  @Test func aChangeOfDecisionIsANewRecord() throws {
    let first = try record("one")
    let accepted = "---\r\nstatus: accepted\r\n---\r\nours\r\n"
    let texts = ["adr/0001-x.md": accepted, "adr/0007-theirs.md": "mine\n"]
    #expect(
      try plan(try record("one", "other\n"), manifest(first), texts).outcome
        == ["adr/0001-x.md: keep, is a record, which stays as it is"])
    let plan = try plan(try record("two"), manifest(first), texts)
    #expect(
      plan.outcome == [
        "adr/0001-x.md: update, is superseded by 'adr/0008-x.md'",
        "adr/0008-x.md: create, supersedes 'adr/0001-x.md'",
      ])
    let written = plan.actions.compactMap(\.verb.written).map { String(decoding: $0.contents, as: UTF8.self) }
    #expect(
      written == [
        "---\r\nstatus: \"superseded by ADR-0008\"\r\n---\r\nours\r\n",
        "---\nstatus: \"proposed\"\nsupersedes: \"ADR-0001\"\n---\n\ntext\n",
      ])
    let after = ["adr/0001-x.md": written[0], "adr/0008-x.md": written[1]]
    let again = try self.plan(try record("two"), plan.manifest, after)
    #expect(again.isEmpty, "\(again.outcome)")
    let back = try self.plan(try record("one"), plan.manifest, after)
    #expect(back.actions.contains { $0.path.description == "adr/0009-x.md" && $0.verb.name == "create" })
  }

  @Test func aRecordTakesTheFirstNumberThatIsFree() throws {
    let plan = try plan(try record("one"), Manifest(), ["adr/0001-theirs.md": "mine\n"])
    #expect(plan.outcome == ["adr/0002-x.md: create, is new"])
    #expect(try self.plan(try record("one"), Manifest(), [:]).outcome == ["adr/0001-x.md: create, is new"])
  }

  @Test func aRecordIsTheSameOneWhenWhatItIsNamedAfterIsRenamed() throws {
    func renamed(_ seal: String) throws -> GeneratedFile {
      try generated("adr/0001-y.md", "---\nstatus: \"proposed\"\n---\n", .sealed, seal: seal)
    }
    let first = manifest(try record("one"))
    let texts = ["adr/0001-x.md": "---\nstatus: accepted\n---\n"]
    #expect(
      try plan([try renamed("one")], first, texts).outcome == [
        "adr/0001-x.md: keep, is a record, which stays as it is"
      ])
    #expect(
      try plan([try renamed("two")], first, texts).outcome == [
        "adr/0001-x.md: update, is superseded by 'adr/0002-y.md'",
        "adr/0002-y.md: create, supersedes 'adr/0001-x.md'",
      ])
    // Of two records nobody can tell which one it was.
    let two = try [renamed("one"), generated("adr/0001-z.md", "---\n---\n", .sealed, seal: "one")]
    #expect(try plan(two, first, texts).actions.filter { $0.verb.name == "create" }.count == 2)
  }

  @Test func aRecordThatWasDeletedStaysDeletedUntilTheDecisionChanges() throws {
    let first = manifest(try record("one"))
    #expect(try plan(try record("one"), first, [:]).outcome.first?.contains("stays deleted") == true)
    #expect(try plan(try record("two"), first, [:]).actions.contains { $0.verb.name == "create" })
  }

  // MARK: - Removals from the organisation

  private static let classes = "s/force-app/main/default/classes/"
  private static let objects = "s/force-app/main/default/objects/"
  private static let metadata = MetadataTypes([
    MetadataType(name: "ApexClass", path: "classes/NAME.cls"),
    MetadataType(name: "CustomObject", path: "objects/NAME/NAME.object"),
    MetadataType(name: "CustomField", path: "objects/OBJECT/fields/NAME.field", whole: "CustomObject"),
  ])
  private static let lists = "s/manifest/destructive/"

  private func project(_ paths: [String]) throws -> [GeneratedFile] {
    let package = "<Package><version>67.0</version></Package>\n"
    return try [generated("s/manifest/package.xml", package, language: .xml)]
      + paths.map { try generated($0) }
  }

  @Test func whatIsNoLongerGeneratedIsNamedForTheOrganisation() throws {
    let (classes, objects, lists) = (Self.classes, Self.objects, Self.lists)
    let first = try project([
      classes + "A.cls", classes + "A.cls-meta.xml", classes + "B.cls", classes + "B.cls-meta.xml",
      objects + "O__c/O__c.object-meta.xml", objects + "O__c/fields/F__c.field-meta.xml",
      objects + "Account/fields/G__c.field-meta.xml",
    ])
    let second = try project([classes + "B.cls", classes + "B.cls-meta.xml"])
    let entries = Manifest(first.map { Manifest.Entry(of: $0) })
    var texts = Dictionary(
      uniqueKeysWithValues: first.map { ($0.path.description, String(decoding: $0.contents, as: UTF8.self)) })
    let plan = try plan(second, entries, texts)
    let written = Dictionary(
      uniqueKeysWithValues: plan.actions.compactMap(\.verb.written).map {
        ($0.path.description, String(decoding: $0.contents, as: UTF8.self))
      })
    #expect(written.keys.sorted() == [lists + "destructiveChanges.xml", lists + "package.xml"])
    #expect(
      written[lists + "destructiveChanges.xml"] == """
        <?xml version="1.0" encoding="UTF-8"?>
        <Package xmlns="http://soap.sforce.com/2006/04/metadata">
            <types>
                <members>A</members>
                <name>ApexClass</name>
            </types>
            <types>
                <members>Account.G__c</members>
                <name>CustomField</name>
            </types>
            <types>
                <members>O__c</members>
                <name>CustomObject</name>
            </types>
        </Package>

        """)
    #expect(written[lists + "package.xml"]?.contains("    <version>67.0</version>\n") == true)
    // Applied, and generated again: nothing more is to be done.
    for action in plan.actions where action.verb.name == "delete" { texts[action.path.description] = nil }
    texts.merge(written) { _, new in new }
    #expect(try self.plan(second, plan.manifest, texts, bases: []).isEmpty)
    // What comes back is not removed; the lists go when nothing is left in them.
    let back = try self.plan(first, plan.manifest, texts)
    #expect(
      back.actions.filter { $0.reason == .namesRemovals }.map { "\($0.verb.name) \($0.path.name)" }
        == ["delete destructiveChanges.xml", "delete package.xml"])
  }

  @Test func anEditedOrphanStaysInTheOrganisation() throws {
    let first = try project([Self.classes + "A.cls", Self.classes + "A.cls-meta.xml"])
    let entries = Manifest(first.map { Manifest.Entry(of: $0) })
    let texts = [
      Self.classes + "A.cls": "mine\n", Self.classes + "A.cls-meta.xml": "new\n",
      "s/manifest/package.xml": "<Package><version>67.0</version></Package>\n",
    ]
    let plan = try plan(try project([]), entries, texts)
    #expect(plan.editedOrphans.count == 1)
    #expect(!plan.actions.contains { $0.reason == .namesRemovals })
    // A class without its description cannot be deployed.
    #expect(!plan.actions.contains { $0.verb.name == "delete" })
    #expect(
      plan.outcome.contains {
        $0.hasSuffix(
          "A.cls-meta.xml: keep, is no longer generated but belongs to '\(Self.classes)A.cls', which stays")
      }, "\(plan.outcome)")
  }

  @Test func anEditedFieldKeepsItsObjectInTheOrganisation() throws {
    let object = Self.objects + "O__c/O__c.object-meta.xml"
    let fields = ["F__c", "G__c"].map { Self.objects + "O__c/fields/\($0).field-meta.xml" }
    let first = try project([object] + fields)
    let entries = Manifest(first.map { Manifest.Entry(of: $0) })
    let texts = [object: "new\n", fields[0]: "mine\n", fields[1]: "new\n"]
    let plan = try plan(try project([]), entries, texts)
    #expect(plan.actions.first { $0.path.description == object }?.verb == .keep)
    let list = plan.actions.first { $0.path.name == "destructiveChanges.xml" }?.verb.written?.contents ?? []
    let text = String(decoding: list, as: UTF8.self)
    #expect(text.contains("O__c.G__c") && !text.contains("O__c.F__c") && !text.contains("CustomObject"))
  }

  /// As the finding about an edited orphan advises.
  @Test func anOrphanThatIsDeletedByHandIsNamedForTheOrganisation() throws {
    let first = try project([Self.classes + "A.cls", Self.classes + "A.cls-meta.xml"])
    let entries = Manifest(first.map { Manifest.Entry(of: $0) })
    var texts = [
      Self.classes + "A.cls": "mine\n", Self.classes + "A.cls-meta.xml": "new\n",
      "s/manifest/package.xml": "<Package><version>67.0</version></Package>\n",
    ]
    let edited = try plan(try project([]), entries, texts)
    for removed in [[Self.classes + "A.cls"], [Self.classes + "A.cls", Self.classes + "A.cls-meta.xml"]] {
      for path in removed { texts[path] = nil }
      let plan = try self.plan(try project([]), edited.manifest, texts)
      let list = plan.actions.first { $0.path.name == "destructiveChanges.xml" }?.verb.written?.contents ?? []
      #expect(String(decoding: list, as: UTF8.self).contains("<members>A</members>"))
      #expect(plan.editedOrphans.isEmpty && plan.manifest.entries.map(\.path.name) == ["package.xml"])
    }
  }

  @Test func aComponentWhoseNameChangesInCaseOnlyStaysInTheOrganisation() throws {
    let first = try project([Self.classes + "Order.cls"])
    let entries = Manifest(first.map { Manifest.Entry(of: $0) })
    let second = try project([Self.classes + "ORDER.cls"])
    for name in ["Order", "ORDER"] {
      let plan = try plan(second, entries, [Self.classes + name + ".cls": "new\n"])
      #expect(!plan.outcome.contains { $0.contains("destructive") }, "\(plan.outcome)")
    }
  }

  @Test func removalsThatTheTeamListsStayListed() throws {
    let first = try project([Self.classes + "A.cls"])
    let entries = Manifest(first.map { Manifest.Entry(of: $0) })
    let path = Self.lists + "destructiveChanges.xml"
    let theirs = """
      <Package xmlns="http://soap.sforce.com/2006/04/metadata">
        <!-- by hand -->
        <types>
          <members>Mine</members>
          <name>ApexClass</name>
        </types>
      </Package>

      """
    var texts = [Self.classes + "A.cls": "new\n", path: theirs]
    let plan = try plan(try project([]), entries, texts)
    let written = plan.actions.first { $0.path.description == path }?.verb.written
    let text = String(decoding: written?.contents ?? [], as: UTF8.self)
    #expect(
      text.contains("<!-- by hand -->") && text.contains("Mine") && text.contains("<members>A</members>"))
    texts[path] = "no list\n"
    #expect(try self.plan(try project([]), entries, texts).conflicts.first?.reason == .notAMetadataList)
  }
}
