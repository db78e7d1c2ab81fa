import Foundation
import Testing

@Suite struct DiffInputTests {
  private let order = "profiles/opportunity-to-order.yaml"

  @Test func aRevisionBesideItselfIsEmpty() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    for arguments in [["HEAD"], ["HEAD", "HEAD"], ["HEAD..HEAD"], ["--staged"]] {
      try Run(["diff"] + arguments).in(repository.scratch).exits(0).says(
        "Nothing changes: 2 designs as before.")
    }
    try repository.diff("HEAD", "--format", "github").exits(0).hasNoResult()
    try repository.diff("HEAD", "--format", "gitlab").exits(0).says("[]")
  }

  @Test func foldersAreComparedToo() throws {
    let scratch = try Scratch()
    for name in ["old", "new"] {
      try scratch.copy("examples/opportunity-to-order.yaml", to: "\(name)/a.yaml")
    }
    try Run("diff", "old", "new").in(scratch).exits(0).says("Nothing changes: 1 design as before.")
    let text = try scratch.text("new/a.yaml").replacing("path: /orders", with: "path: /sales")
    try scratch.write("new/a.yaml", text)
    try Run("diff", "old", "new").in(scratch).exits(1).says("contract/path-changed", "/orders → /sales")
    try Run("diff", "old/", "new/").in(scratch).exits(1).says("a.yaml:")
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func aProfileInUTF16CannotBeReadAndIsNotGone(_ encoding: String.Encoding) throws {
    let scratch = try Scratch()
    for name in ["old", "new"] {
      try scratch.copy("examples/opportunity-to-order.yaml", to: "\(name)/a.yaml")
    }
    let text = "\u{FEFF}" + (try scratch.text("new/a.yaml"))
    try #require(text.data(using: encoding)).write(to: scratch.url("new/a.yaml"))
    let review = try Run("diff", "old", "new").in(scratch).exits(1)
      .says("the profile 'a.yaml' cannot be read on the side of new", "The file is not UTF-8")
    #expect(!review.output.contains("decision/design-removed"))
  }

  @Test func swappedSidesAreNoticed() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.edit(order, ("path: /orders", "path: /sales"))
    try repository.commit()
    try repository.diff("HEAD", "HEAD~1").says("review/sides-swapped")
    let right = try repository.diff("HEAD~1", "HEAD")
    #expect(!right.output.contains("review/sides-swapped"))
  }

  @Test func whereThereIsNoRepositoryThatIsSaid() throws {
    try Run("diff", "HEAD").in(Scratch()).exits(4).hasNoResult().complains("'.' is in no git repository")
  }

  @Test func whatTheNamesWereMeantForIsSaid() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try Run("diff", "old", "new").in(Scratch()).exits(4).complains("of two folders both have to be there")
    try repository.diff("HEAD", "profiles").exits(2)
      .complains("There is no revision 'profiles'", "it is a folder")
  }

  @Test func beforeTheFirstCommitEveryDesignIsNew() throws {
    let repository = try GitScratch()
    try repository.scratch.copy("examples/opportunity-to-order.yaml", to: order)
    try repository.git("add", "--all")
    try repository.diff("--staged").exits(0).says("1 of 1 design changes", "decision/design-added")
  }

  @Test func aDesignThatWasMendedIsCounted() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    let text = try repository.scratch.text(order)
    try repository.scratch.write(order, "profile: 1\nid: [\n")
    try repository.commit()
    try repository.scratch.write(order, text)
    try repository.diff("HEAD").exits(0).says("0 of 2 designs change.", "note review/unreadable")
  }

  @Test func whatWasRemovedIsFoundWhereItsMessageStands() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    let field = "        - { salesforce: Amount, external: amount, type: decimal, precision: 18, scale: 2 }"
    try repository.edit(order, (field + "\n", ""), ("amount: 1250.00, ", ""))
    try repository.diff("HEAD").exits(1).says("contract/event-field-removed", "\(order):47, before :57)")
    try repository.diff("HEAD", "--format", "github").exits(1).says("::error file=\(order),line=47,")
  }

  @Test(arguments: ["a:b|c", "CON", "x\\y", "tab\there"])
  func aProfileIsReadWhateverItsNameIs(_ name: String) throws {
    let repository = try GitScratch()
    let path = "profiles/\(name).yaml"
    try repository.scratch.copy("examples/opportunity-to-order.yaml", to: path)
    try repository.commit()
    try repository.edit(path, ("path: /orders", "path: /sales"))
    let review = try repository.diff("HEAD").exits(1).says("contract/path-changed")
    #expect(!review.output.contains("decision/design-removed"))
  }

  @Test(arguments: ["nowhere", "HEAD~9", "main..nowhere", "deadbeef"])
  func anUnknownRevisionIsWrongInput(_ name: String) throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.diff(name).exits(2).hasNoResult().complains("There is no revision '")
  }

  @Test(arguments: ["-x..HEAD", "HEAD..--output=x", "a b"])
  func namesThatGitMightTakeForOptionsAreRefused(_ name: String) throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.diff("--", name).exits(2).hasNoResult().complains("is no name of a revision")
  }

  @Test func withoutAnUpstreamABaseIsAskedFor() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.diff().exits(2).complains("The branch has no upstream")
  }

  @Test func withoutABaseItIsWhereTheBranchLeftItsUpstream() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.git("branch", "trunk")
    try repository.git("checkout", "--quiet", "-b", "work", "--track", "trunk")
    try repository.edit(order, ("path: /orders", "path: /sales"))
    try repository.commit()
    try repository.git("checkout", "--quiet", "trunk")
    try repository.edit("profiles/credit-check.yaml", ("title: ", "title: Other: "))
    try repository.scratch.write("profiles/credit-check.yaml", "profile: 1\n")
    try repository.commit()
    try repository.git("checkout", "--quiet", "work")
    try repository.diff().exits(1).says("1 of 2 designs changes", "contract/path-changed")
  }

  @Test func aShallowCloneIsNamedAsTheReason() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.commit("another")
    let first = try repository.git("rev-parse", "HEAD~1")
    try repository.git(
      "clone", "--quiet", "--depth=1", "file://" + repository.scratch.folder.path, "clone")
    try Run("diff", first).in(repository.scratch, below: "clone").exits(4).hasNoResult()
      .complains("the clone is shallow", "fetch-depth: 0")
  }

  @Test func aProfileThatCannotBeReadIsReportedAndTheRestReviewed() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.edit(order, ("path: /orders", "path: /sales"))
    try repository.scratch.write("profiles/credit-check.yaml", "profile: 1\nid: credit-check\n  title: x\n")
    try repository.diff("HEAD").exits(1).says(
      "review/unreadable", "'profiles/credit-check.yaml' cannot be read",
      "contract/path-changed")
    try repository.commit()
    try repository.git("revert", "--no-edit", "HEAD")
    let mended = try repository.diff("HEAD~1", "HEAD")
    mended.says("note review/unreadable")
  }

  @Test func marksOfAMergeAreNamed() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    let marks = "<<<<<<< ours\nid: a\n=======\nid: b\n>>>>>>> theirs\n"
    try repository.edit(order, ("id: opportunity-to-order\n", marks))
    try repository.diff("HEAD").exits(1).says("marks of an unresolved merge", "opportunity-to-order.yaml:3")
    try Run("check", order).in(repository.scratch).exits(2).complains(
      "opportunity-to-order.yaml:3:1: error: The file holds the marks of an unresolved merge")
    try repository.git("checkout", "--quiet", ".")
    try Run("generate", order, "--output", "out").in(repository.scratch).exits(0)
    try repository.commit()
    let manifest = try repository.scratch.text("out/.bascule/manifest.jsonl")
    try repository.scratch.write("out/.bascule/manifest.jsonl", "<<<<<<< ours\n" + manifest)
    try repository.diff("HEAD").exits(1).says(
      "the manifest 'out/.bascule/manifest.jsonl' cannot be read", "marks of an unresolved merge")
  }

  @Test func anUnfinishedMergeInTheIndexIsNamed() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.git("checkout", "--quiet", "-b", "side")
    try repository.edit(order, ("path: /orders", "path: /one"))
    try repository.commit()
    try repository.git("checkout", "--quiet", "main")
    try repository.edit(order, ("path: /orders", "path: /two"))
    try repository.commit()
    #expect(throws: GitTrouble.self) { try repository.git("merge", "side") }
    try repository.diff("--staged").exits(1).says("the index holds several versions of it")
    try repository.git("checkout", "--quiet", "--ours", order)
    try Run("generate", order, "--output", "profiles", "--check", "--staged").in(repository.scratch).exits(4)
      .complains("several versions of 'profiles/opportunity-to-order.yaml'; finish the merge")
    try repository.git("checkout", "--quiet", "--merge", order)
    try repository.diff("HEAD").exits(1).says("marks of an unresolved merge")
  }

  @Test func aMovedProfileIsTheSameDesign() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.git("mv", order, "profiles/order.yaml")
    try repository.commit()
    try repository.diff("HEAD~1", "HEAD").exits(0).says(
      "1 of 2 designs changes", "the profile was moved")
  }

  @Test func aProfileThatIsRenamedAltogetherIsTheSameDesign() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.git("mv", order, "profiles/order.yaml")
    try repository.edit("profiles/order.yaml", ("id: opportunity-to-order", "id: won-deal"))
    let review = try repository.diff("HEAD").exits(0)
    review.says("1 of 2 designs changes", "opportunity-to-order → won-deal", "decision/profile-moved")
    #expect(!review.output.contains("decision/design-removed"))
  }

  @Test func aDesignWhoseProfileBrokeIsNotTakenForRemoved() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order", "credit-check")
    try repository.scratch.write("profiles/credit-check.yaml", "profile: 1\nid: credit-check\n  title: x\n")
    let review = try repository.diff("HEAD").exits(1)
    review.says("1 file cannot be read", "review/unreadable")
    #expect(!review.output.contains("-removed"))
    try repository.commit()
    try repository.git("revert", "--no-edit", "HEAD")
    #expect(!(try repository.diff("HEAD~1", "HEAD").output.contains("design-added")))
  }

  @Test func aRemovedWorkspaceFileIsFound() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.scratch.write("bascule.yaml", "workspace: 1\nprofiles: [profiles]\n")
    try repository.commit()
    try repository.git("rm", "--quiet", "bascule.yaml")
    try repository.diff("HEAD").exits(0).says("review/workspace-removed")
  }

  @Test func aHugeFileIsNotHeld() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    let text = "profile: 1\n" + String(repeating: "# much\n", count: 200_000)
    try repository.scratch.write("profiles/huge.yaml", text)
    try repository.diff("HEAD").exits(1).says("review/unreadable", "larger than 1 MiB")
  }

  @Test func whatItsNameKeepsFromBeingReadIsNamed() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try repository.scratch.write("bascule.yaml", "workspace: 1\nprofiles: [profiles]\n")
    let folder = repository.scratch.folder.path
    let names = [Array("caf".utf8) + [0xE9] + Array(".yaml".utf8), [0xE9] + Array(".txt".utf8)]
    for name in names.map({ Array("\(folder)/profiles/".utf8) + $0 }) + [Array("\(folder)/e".utf8) + names[0]]
    {
      let file = open((name + [0]).map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o644)
      #expect(file >= 0)
      close(file)
    }
    let note = "note: 'profiles/caf\\xE9.yaml' was not read, because names that are not UTF-8 are passed over"
    func expectNote(_ outcome: Outcome) {
      outcome.exits(0).complains(note)
      #expect(outcome.errors.components(separatedBy: "[profile/passed-over]").count == 2)
    }
    expectNote(try repository.diff("HEAD"))
    try repository.git("add", "--all")
    expectNote(try repository.diff("--staged"))
    try repository.commit()
    expectNote(try repository.diff("HEAD~1", "HEAD"))
    expectNote(try repository.diff("HEAD"))
    expectNote(try repository.diff(".", "."))
    expectNote(try Run("generate", "--dry-run", "--staged").in(repository.scratch))
  }

  @Test func nothingIsReadThroughALinkOfAChange() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    let outside = try Scratch()
    try outside.copy("examples/credit-check.yaml", to: "profile.yaml")
    try FileManager.default.createSymbolicLink(
      at: repository.scratch.url("profiles/link.yaml"), withDestinationURL: outside.url("profile.yaml"))
    try repository.diff("HEAD").exits(0).says("Nothing changes: 1 design")
    try repository.commit()
    try repository.diff("HEAD~1", "HEAD").exits(0).says("Nothing changes: 1 design")
  }

  @Test func variablesOfAHookDoNotMislead() throws {
    let repository = try GitScratch.withProfiles("opportunity-to-order")
    try Run("diff", "HEAD").with("GIT_DIR", "/nowhere/.git").with("GIT_WORK_TREE", "/nowhere")
      .in(repository.scratch).exits(0).says("Nothing changes")
  }
}
