import Diagnostics
import Foundation
import TestSupport
import Testing

/// What scaffolding tools are known to get wrong, case by case: outside the target nothing is written, edits are
/// not lost, and whatever needs a person ends so that a script can tell.
@Suite struct AbuseTests {
  private typealias Regenerate = RegenerateTests

  private static let shared = "mule/README.md"

  private func generate(
    _ more: String..., profile: String = "profile.yaml", in scratch: Scratch
  ) throws -> Outcome {
    try Run(["generate", profile, "--output", "out"] + more).in(scratch)
  }

  private func edit(_ path: String, _ scratch: Scratch, _ change: (String) -> String) throws {
    try scratch.write(path, change(try scratch.text(path)))
  }

  private func exists(_ path: String, _ scratch: Scratch) -> Bool {
    FileManager.default.fileExists(atPath: scratch.url(path).path)
  }

  private func link(_ path: String, to target: String, _ scratch: Scratch) throws {
    let url = scratch.url(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? FileManager.default.removeItem(at: url)
    try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: target)
  }

  // MARK: - Names that lead elsewhere

  @Test(arguments: ["../../evil", "/etc/evil", "a\\nb", "a\\0b", "a\\eb"])
  func aHostileNameIsRefusedAtItsPlace(name: String) throws {
    for place in ["id: opportunity-to-order", "name: create-order"] {
      let scratch = try Scratch.withExample()
      let text = try scratch.text("profile.yaml")
      #expect(text.contains(place))
      let key = place.prefix { $0 != ":" }
      try scratch.write("profile.yaml", text.replacing(place, with: "\(key): \"\(name)\""))
      let before = try scratch.tree(".")
      try generate(in: scratch).exits(2).hasNoResult().complains("profile.yaml:", "error: ")
      #expect(try scratch.tree(".") == before)
    }
  }

  @Test func aHostileEntityNameStaysInside() throws {
    let scratch = try Scratch.withExample()
    try edit("profile.yaml", scratch) { text in
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        guard let key = line.firstRange(of: "external-entity: ") else { return String(line) }
        return line[..<key.upperBound] + "../../evil"
      }.joined(separator: "\n")
    }
    let outcome = try generate(in: scratch)
    #expect(outcome.status == 0 || outcome.status == 2, "\(outcome.errors)")
    #expect(try scratch.tree(".").keys.allSatisfy { $0 == "profile.yaml" || $0.hasPrefix("out/") })
    #expect(!exists("../evil", scratch))
  }

  @Test func aHostileNameOfTheFolderStaysOnItsLine() throws {
    let scratch = try Scratch.withExample()
    let folder = "a\u{1B}[31m\nout: 7 deleted"
    let outcome = try Run("generate", "profile.yaml", "--output", folder).in(scratch).exits(0)
      .says("a\\u{1B}[31m out: 7 deleted: ")
    #expect(outcome.output.split(separator: "\n").count == 1 && !outcome.output.contains("\u{1B}"))
  }

  @Test(arguments: ["out/.bascule", "out/.bascule/base/x", ".Bascule"])
  func whatBasculeKeepsForItselfIsNoFolderToWriteTo(folder: String) throws {
    let scratch = try Regenerate.generated()
    let before = try scratch.tree(".")
    try Run("generate", "profile.yaml", "--output", folder).in(scratch).exits(2).hasNoResult()
      .complains("'\(folder)' lies in a folder that Bascule keeps for itself")
    #expect(try scratch.tree(".") == before)
  }

  @Test(arguments: ["lock", "journal"])
  func aLinkOrAFolderInPlaceOfTheStateIsNamed(name: String) throws {
    let scratch = try Regenerate.generated()
    try link("out/.bascule/\(name)", to: scratch.url("victim").path, scratch)
    try generate(in: scratch).exits(4).hasNoResult().complains("'out/.bascule/\(name)' cannot be")
    #expect(!exists("victim", scratch))
    try FileManager.default.removeItem(at: scratch.url("out/.bascule/\(name)"))
    try scratch.makeFolder("out/.bascule/\(name)")
    try generate(in: scratch).exits(4).hasNoResult().complains("'out/.bascule/\(name)' cannot be")
  }

  @Test(arguments: [".git", ".git/hooks", "link/x", ".GIT/x"])
  func whatGitKeepsForItselfIsNotWrittenTo(folder: String) throws {
    let scratch = try Scratch.withExample()
    try scratch.git("init", "--quiet")
    try link("link", to: ".git/hooks", scratch)
    let before = try scratch.tree(".git")
    let complaint = "lies in a folder that git keeps for itself"
    try Run("generate", "profile.yaml", "--output", folder).in(scratch).exits(2).hasNoResult().complains(
      complaint)
    try scratch.write("profiles/a.yaml", try scratch.text("profile.yaml"))
    try scratch.write("bascule.yaml", "workspace: 1\nprofiles: [profiles]\ndesigns: \(folder)\n")
    try Run("generate").in(scratch).exits(2).hasNoResult().complains(complaint)
    #expect(try scratch.tree(".git") == before && !exists(".GIT", scratch))
  }

  // MARK: - Links

  @Test func aLinkInPlaceOfAFileIsNeitherFollowedNorReplaced() throws {
    for target in ["victim", "nothing"] {
      let scratch = try Scratch.withExample()
      try scratch.write("out/keep", "")
      if target == "victim" { try scratch.write("victim", "Secret.\n") }
      try link("out/README.md", to: "../\(target)", scratch)
      try generate(in: scratch).exits(2).hasNoResult().complains("'README.md' is a symbolic link")
      #expect(try !exists("victim", scratch) || scratch.text("victim") == "Secret.\n")
      #expect(!exists("nothing", scratch))
      let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url("out").path)
      #expect(names.sorted() == ["README.md", "keep"])
    }
  }

  @Test func aLinkInPlaceOfAFileOrFolderThatWasGeneratedIsNotFollowed() throws {
    for path in ["mule/README.md", "mule", "docs/decisions"] {
      let scratch = try Regenerate.generated()
      try scratch.makeFolder("elsewhere")
      try link("out/\(path)", to: scratch.url("elsewhere").path, scratch)
      try generate(profile: "slower.yaml", in: scratch).exits(2).hasNoResult().complains("symbolic link")
      #expect(try scratch.tree("elsewhere").isEmpty)
    }
  }

  @Test func aLinkInPlaceOfTheStateIsNotFollowed() throws {
    let scratch = try Scratch.withExample()
    try scratch.makeFolder("elsewhere")
    try link("out/.bascule", to: scratch.url("elsewhere").path, scratch)
    try generate(in: scratch).exits(4).hasNoResult()
    #expect(try scratch.tree("elsewhere").isEmpty)
  }

  @Test func aTargetThatIsALinkIsSaidToBeOne() throws {
    let scratch = try Scratch.withExample()
    try scratch.makeFolder("real")
    try link("out", to: "real", scratch)
    try generate(in: scratch).exits(0).complains("'out' is a link; the files go to '")
    #expect(exists("real/README.md", scratch))
  }

  @Test func aTemplateThatIsALinkIsNotRead() throws {
    let scratch = try Scratch.withExample()
    try scratch.copyFolder("templates", to: "templates")
    try scratch.write("secret", "Secret.\n")
    try link("templates/field-mapping/field-mapping.md.mustache", to: scratch.url("secret").path, scratch)
    try generate("--templates", "templates", in: scratch).exits(2).hasNoResult()
    #expect(!exists("out", scratch))
  }

  // MARK: - Edits

  @Test func anEditedFileSurvivesEveryPlainRun() throws {
    let scratch = try Regenerate.generated()
    try edit("out/" + Self.shared, scratch) { "Edited.\n" + $0 }
    let before = try scratch.text("out/" + Self.shared)
    try generate(in: scratch).exits(0)
    #expect(try scratch.text("out/" + Self.shared) == before)
    try generate(profile: "slower.yaml", in: scratch).exits(0)
    #expect(try scratch.text("out/" + Self.shared).hasPrefix("Edited.\n"))
    // Only by its name is an edit given up.
    try generate("--restore", Self.shared, in: scratch).exits(0)
    #expect(try !scratch.text("out/" + Self.shared).hasPrefix("Edited.\n"))
  }

  private func withTemplates(_ scratch: Scratch) throws {
    try scratch.copyFolder("templates", to: "templates")
  }

  @Test func aFileThatTheTemplatesDropIsDeletedOnlyIfItIsUntouched() throws {
    for isEdited in [false, true] {
      let scratch = try Regenerate.generated()
      try withTemplates(scratch)
      try edit("templates/field-mapping/kind.yaml", scratch) {
        $0.replacing("\nneeds: ", with: "\nunless:\n  - contract: [messages]\nneeds: ")
      }
      if isEdited { try edit("out/docs/field-mapping.md", scratch) { $0 + "Ours.\n" } }
      let outcome = try generate("--templates", "templates", in: scratch).exits(isEdited ? 3 : 0)
      #expect(exists("out/docs/field-mapping.md", scratch) == isEdited)
      if isEdited {
        outcome.complains(
          "'docs/field-mapping.md' is no longer generated but was edited by hand", "plan/edited-orphan")
        try generate("--templates", "templates", "--keep", "docs/field-mapping.md", in: scratch).exits(0)
        try generate("--templates", "templates", in: scratch).exits(0)
        #expect(try scratch.text("out/docs/field-mapping.md").hasSuffix("Ours.\n"))
      }
    }
  }

  @Test func aFileThatTheTemplatesRenameTakesItsEditsAlong() throws {
    let scratch = try Regenerate.generated()
    try withTemplates(scratch)
    try edit("templates/field-mapping/kind.yaml", scratch) {
      $0.replacing(
        "path: docs/field-mapping.md,", with: "path: docs/mapping.md, renamed-from: docs/field-mapping.md,")
    }
    try edit("out/docs/field-mapping.md", scratch) { $0 + "Ours.\n" }
    try generate("--templates", "templates", in: scratch).exits(0).says("1 moved")
    #expect(!exists("out/docs/field-mapping.md", scratch))
    #expect(try scratch.text("out/docs/mapping.md").hasSuffix("Ours.\n"))
    try generate("--templates", "templates", "--check", in: scratch).exits(0)
  }

  @Test func aDirtyTreeAndNoRepositoryAreNoReasonToRefuse() throws {
    let scratch = try Regenerate.generated()
    try generate(profile: "slower.yaml", in: scratch).exits(0)
    try scratch.git("init", "--quiet")
    try scratch.git("add", ".")
    try scratch.write("out/untracked", "")
    try edit("out/" + Self.shared, scratch) { $0 + "Ours.\n" }
    try generate(in: scratch).exits(0)
    #expect(try scratch.text("out/" + Self.shared).hasSuffix("Ours.\n") && exists("out/untracked", scratch))
  }

  // MARK: - State

  @Test func aManifestWithConflictMarkersIsSaidToHaveThem() throws {
    let scratch = try Regenerate.generated()
    let path = "out/.bascule/manifest.jsonl"
    let manifest = try scratch.text(path)
    try scratch.write(path, "<<<<<<< HEAD\n\(manifest)=======\n\(manifest)>>>>>>> other\n")
    let before = try scratch.tree("out")
    try generate(in: scratch).exits(2).hasNoResult().complains(
      "manifest/conflict-markers", "manifest.jsonl:1")
    #expect(try scratch.tree("out") == before)
    // Derived anew: what is as it is generated is recognised.
    try FileManager.default.removeItem(at: scratch.url(path))
    try generate(in: scratch).exits(0)
    #expect(try scratch.text(path) == manifest)
  }

  @Test func whatWasWrittenLastIsNeededOnlyForAMerge() throws {
    let scratch = try Regenerate.generated()
    try edit("out/" + Self.shared, scratch) { $0 + "Ours.\n" }
    try FileManager.default.removeItem(at: scratch.url("out/.bascule/base"))
    let edited = try scratch.text("out/" + Self.shared)
    try generate(profile: "slower.yaml", in: scratch).exits(3).complains(Self.shared, "--adopt")
    #expect(try scratch.text("out/" + Self.shared) == edited)
    try generate(in: scratch).exits(0)
    try generate(profile: "slower.yaml", in: scratch).exits(0).says("1 merged")
  }

  @Test func whatIsRememberedIsCheckedToo() throws {
    let scratch = try Regenerate.generated()
    try FileManager.default.removeItem(at: scratch.url("out/.bascule/base"))
    try generate("--check", in: scratch).exits(1).says("record .bascule: is out of date")
    try generate(in: scratch).exits(0)
    try generate("--check", in: scratch).exits(0)
  }

  @Test func theSecondRunTouchesNothing() throws {
    let scratch = try Regenerate.generated()
    func stamps() throws -> [String: [Int]] {
      var stamps: [String: [Int]] = [:]
      for path in try scratch.tree("out").keys {
        var status = stat()
        guard stat(scratch.url("out/" + path).path, &status) == 0 else { continue }
        stamps[path] = [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
      }
      return stamps
    }
    let before = try stamps()
    try generate(in: scratch).exits(0)
    #expect(try stamps() == before && before.count > 150)
  }

  @Test func fourRunsAtOnceWorkOneAfterTheOther() throws {
    let scratch = try Scratch.withExample()
    try Run("generate", "profile.yaml", "--output", "out")
      .shell(
        before: "ids=; for run in 1 2 3; do \"$0\" \"$@\" & ids=\"$ids $!\"; done;",
        after: "&& for id in $ids; do wait $id || exit 1; done"
      )
      .in(scratch).exits(0)
    try generate("--check", in: scratch).exits(0)
    #expect(try scratch.tree(".").keys.allSatisfy { !$0.contains("bascule-") && !$0.hasSuffix("/lock") })
  }

  @Test func aRunThatIsInterruptedLeavesNothing() throws {
    let scratch = try Scratch.withExample()
    for delay in ["0.005", "0.01", "0.02", "0.03", "0.05", "0.08"] {
      let command = "timeout --signal=INT \(delay)"
      _ = try Run("generate", "profile.yaml", "--output", "out").shell(before: command).in(scratch)
      let tree = try scratch.tree(".")
      #expect(tree.count == 1 || exists("out/.bascule/manifest.jsonl", scratch), "after \(delay) s")
    }
    try generate(in: scratch).exits(0)
    try generate("--check", in: scratch).exits(0)
  }

  /// Whenever it comes: the run ends with 130 and the tree is as it was, or it was too late and all is done.
  @Test func anInterruptedRunEndsWith130AndTouchesNothing() throws {
    let scratch = try Regenerate.generated()
    try edit("out/" + Self.shared, scratch) { $0 + "Ours.\n" }
    let before = try scratch.tree(".")
    var interrupted = 0
    for delay in stride(from: 0.01, to: 0.3, by: 0.01) {
      let outcome = try Run("generate", "slower.yaml", "--output", "out")
        .shell(before: "timeout --preserve-status --signal=INT \(delay)").in(scratch)
      if outcome.status == 0 { break }
      interrupted += 1
      outcome.exits(130).hasNoResult()
      #expect(try scratch.tree(".") == before, "after \(delay) s")
    }
    #expect(interrupted > 0)
    try generate(profile: "slower.yaml", in: scratch).exits(0)
    try generate("--check", profile: "slower.yaml", in: scratch).exits(0)
    #expect(try scratch.text("out/" + Self.shared).hasSuffix("Ours.\n"))
  }

  @Test func aRunThatEndsAnotherOneSaysSo() throws {
    let scratch = try Regenerate.generated()
    try scratch.write("out/.bascule/journal", "{\"journal\":1}\n")
    try generate(in: scratch).exits(0).complains(
      "What an interrupted run had begun in out was completed.")
    let next = try generate(in: scratch).exits(0)
    #expect(next.errors.isEmpty)
  }

  /// Files change before what is remembered of them.
  @Test func aCheckWaitsForARunThatIsAtWork() throws {
    let scratch = try Regenerate.generated()
    let check = Run("generate", "profile.yaml", "--output", "out", "--check")
    // The run at work goes on when the check has said that it waits.
    let work = """
      cp out/README.md kept; echo Ours. >> out/README.md; : > out/.bascule/journal; : > said
      flock out/.bascule/lock sh -c 'for i in $(seq 600); do grep -q Waiting said && break; sleep 0.1; done
        rm out/.bascule/journal; sleep 0.5; mv kept out/README.md; rm out/.bascule/lock' &
      while flock --nonblock out/.bascule/lock true; do sleep 0.01; done;
      """
    try check.shell(before: work, after: "2> said; status=$?; cat said >&2; wait; exit $status").in(scratch)
      .exits(0).says("unchanged").complains("Waiting for another run that writes to out.")
    try scratch.write("out/.bascule/journal", "")
    try check.in(scratch).exits(3).complains("An earlier run was interrupted")
  }

  @Test func aRunThatWaitsCanBeInterrupted() throws {
    let scratch = try Regenerate.generated()
    try scratch.write("out/.bascule/lock", "1\n")
    let before = try scratch.tree(".")
    try Run("generate", "slower.yaml", "--output", "out")
      .shell(before: "flock out/.bascule/lock timeout --preserve-status --signal=INT 4").in(scratch)
      .exits(130).hasNoResult().complains("Waiting for another run")
    #expect(try scratch.tree(".") == before)
  }

  @Test func aRunThatWaitsForTheSecondOfTwoFoldersCanBeInterrupted() throws {
    let scratch = try Scratch.withExample()
    let other = try Repository.file("examples/customer-moved.yaml").contents
    try scratch.write("second.yaml", String(decoding: other, as: UTF8.self))
    try Run("generate", "profile.yaml", "second.yaml", "--output", "out").in(scratch).exits(0)
    try scratch.write("out/customer-moved/.bascule/lock", "1\n")
    let before = try scratch.tree(".")
    try Run("generate", "profile.yaml", "second.yaml", "--output", "out")
      .shell(before: "flock out/customer-moved/.bascule/lock timeout --preserve-status --signal=INT 4").in(
        scratch
      )
      .exits(130).hasNoResult().complains("Waiting for another run")
    #expect(try scratch.tree(".") == before)
  }

  // MARK: - Templates

  @Test func aTemplateWithAnUnknownNameIsRefused() throws {
    let scratch = try Scratch.withExample()
    try withTemplates(scratch)
    try edit("templates/field-mapping/field-mapping.md.mustache", scratch) { "{{no-such-name}}\n" + $0 }
    try generate("--templates", "templates", in: scratch).exits(2).hasNoResult()
      .complains("templates/field-mapping/field-mapping.md.mustache:1:", "no-such-name")
    #expect(!exists("out", scratch))
  }

  @Test(arguments: ["README.md", "readme.md"])
  func twoTemplatesForOnePathAreRefused(path: String) throws {
    let scratch = try Scratch.withExample()
    try withTemplates(scratch)
    try edit("templates/field-mapping/kind.yaml", scratch) {
      $0.replacing("path: docs/field-mapping.md", with: "path: \(path)")
    }
    try generate("--templates", "templates", in: scratch).exits(2).hasNoResult().complains(
      "generation/same-path")
    #expect(!exists("out", scratch))
  }

  @Test(arguments: ["../evil.md", "/evil.md", "docs/../../evil.md", ".git/hooks/x", ".bascule/x", "nul.txt"])
  func aTemplateCannotWriteElsewhere(path: String) throws {
    let scratch = try Scratch.withExample()
    try withTemplates(scratch)
    try edit("templates/field-mapping/kind.yaml", scratch) {
      $0.replacing("path: docs/field-mapping.md", with: "path: \(path)")
    }
    let outcome = try generate("--templates", "templates", in: scratch).hasNoResult()
    #expect(outcome.status == 2 || outcome.status == 3, "\(outcome.errors)")
    #expect(!exists("out", scratch) && !exists("evil.md", scratch))
  }

  @Test func aTemplateWithWindowsLineEndingsGivesPlainOnes() throws {
    let scratch = try Scratch.withExample()
    try generate(in: scratch).exits(0)
    let plain = try scratch.text("out/docs/field-mapping.md")
    try withTemplates(scratch)
    try edit("templates/field-mapping/field-mapping.md.mustache", scratch) {
      $0.replacing("\n", with: "\r\n")
    }
    try generate("--templates", "templates", in: scratch).exits(0)
    #expect(try scratch.text("out/docs/field-mapping.md") == plain)
  }

  @Test func braceTextInAnAnswerStaysText() throws {
    let scratch = try Scratch.withExample()
    try edit("profile.yaml", scratch) { $0.replacing("title: ", with: "title: \"{{seven}} {{title}} \" # ") }
    try generate(in: scratch).exits(0)
    #expect(try scratch.text("out/api/opportunity-to-order.openapi.yaml").contains("{{seven}}"))
  }
}
