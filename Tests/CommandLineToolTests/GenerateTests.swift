import Diagnostics
import Foundation
import Glibc
import TestSupport
import Testing

/// What `generate` does to the folder that it writes to.
@Suite struct GenerateTests {
  private func generated() throws -> Scratch {
    let scratch = try Scratch.withExample()
    try generate(in: scratch).exits(0)
    return scratch
  }

  private func generate(_ more: String..., in scratch: Scratch) throws -> Outcome {
    try Run(["generate", "profile.yaml", "--output", "out"] + more).in(scratch)
  }

  @Test func theSecondRunChangesNothing() throws {
    let scratch = try generated()
    let before = try scratch.tree("out")
    #expect(before.count > 50)
    let again = try generate(in: scratch).exits(0).says(" unchanged")
    #expect(!again.output.contains("created") && !again.output.contains("updated"))
    #expect(try scratch.tree("out") == before)
    try generate("--check", in: scratch).exits(0)
  }

  @Test func aRehearsalWritesNothing() throws {
    let scratch = try Scratch.withExample()
    try generate("--dry-run", in: scratch).exits(0).says("  create README.md", "out: ", " created")
    try generate("--check", in: scratch).exits(1).says("  create README.md")
    #expect(!FileManager.default.fileExists(atPath: scratch.url("out").path))
  }

  @Test func withoutAFolderTheIdNamesIt() throws {
    let scratch = try Scratch.withExample()
    try Run("generate", "profile.yaml").in(scratch).exits(0).says("opportunity-to-order: ")
    #expect(try !scratch.tree("opportunity-to-order").isEmpty)
  }

  @Test func severalProfilesHaveAFolderEach() throws {
    let scratch = try Scratch()
    let example = String(
      decoding: try Repository.file("examples/opportunity-to-order.yaml").contents, as: UTF8.self)
    for id in ["one", "two"] {
      let named = example.replacing("id: opportunity-to-order", with: "id: \(id)")
      try scratch.write(
        "profiles/\(id).yaml", named.replacing("name: create-order", with: "name: create-\(id)"))
    }
    try Run("generate", "profiles", "--output", "out").in(scratch).exits(0).says("out/one: ", "out/two: ")
    #expect(try scratch.tree("out/one").keys.count == scratch.tree("out/two").keys.count)
  }

  @Test func severalProfilesDoNotClaimOneComponentOfAnOrg() throws {
    let scratch = try Scratch()
    let example = String(
      decoding: try Repository.file("examples/opportunity-to-order.yaml").contents, as: UTF8.self)
    for id in ["one", "two"] {
      try scratch.write(
        "profiles/\(id).yaml", example.replacing("id: opportunity-to-order", with: "id: \(id)"))
    }
    try Run("generate", "profiles", "--output", "out").in(scratch).exits(2).hasNoResult()
      .complains("profiles/two.yaml:", "'one' and 'two' give 'CreateOrder", "[generation/shared-component]")
    #expect(!FileManager.default.fileExists(atPath: scratch.url("out").path))
  }

  @Test func aFileOfSomebodyElseIsNeverOverwritten() throws {
    let scratch = try Scratch.withExample()
    try scratch.write("out/README.md", "Mine.\n")
    try generate(in: scratch).exits(3).hasNoResult()
      .complains("README.md", "Nothing was written to out.")
    #expect(try scratch.tree("out") == ["README.md": Array("Mine.\n".utf8)])
    try generate("--dry-run", in: scratch).exits(3)
  }

  @Test func aFileThatWasEditedIsKept() throws {
    let scratch = try generated()
    try scratch.write("out/docs/field-mapping.md", "Edited.\n")
    try generate(in: scratch).exits(0).says("1 kept")
    #expect(try scratch.text("out/docs/field-mapping.md") == "Edited.\n")
  }

  @Test func anEditedFileThatWouldChangeIsAConflict() throws {
    let scratch = try generated()
    try scratch.write("out/docs/field-mapping.md", "Edited.\n")
    let before = try scratch.tree("out")
    let profile = try scratch.text("profile.yaml")
    try scratch.write("profile.yaml", profile.replacing("closeDate", with: "closedOn"))
    try generate(in: scratch).exits(3).complains("docs/field-mapping.md", "Nothing was written to out.")
    #expect(try scratch.tree("out") == before)
  }

  @Test func aFileInPlaceOfTheFolder() throws {
    let scratch = try Scratch.withExample()
    try scratch.write("out", "Mine.\n")
    try generate(in: scratch).exits(4).hasNoResult().complains("'out' is no folder")
    #expect(try scratch.text("out") == "Mine.\n")
  }

  @Test func aLinkOutOfTheFolderIsNotFollowed() throws {
    let scratch = try Scratch.withExample()
    try scratch.makeFolder("elsewhere")
    try scratch.makeFolder("out")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url("out/docs").path, withDestinationPath: scratch.url("elsewhere").path)
    try generate(in: scratch).exits(2).hasNoResult().complains("docs")
    #expect(try scratch.tree("elsewhere").isEmpty)
    #expect(try scratch.tree("out").isEmpty)
  }

  @Test func aFolderInWhichNothingCanBeMade() throws {
    try Run("generate", "profile.yaml", "--output", "/proc/bascule").in(Scratch.withExample()).exits(4)
      .hasNoResult().complains("'/proc/bascule' cannot be written", "nothing was changed")
  }

  @Test(.enabled(if: getuid() != 0, "root writes to every folder"))
  func aFolderThatMayOnlyBeRead() throws {
    let scratch = try Scratch.withExample()
    try scratch.makeFolder("out")
    try scratch.setMode(0o555, of: "out")
    try generate(in: scratch).exits(4).hasNoResult().complains("'out", "cannot be written: Permission denied")
    #expect(try scratch.tree("out").isEmpty)
  }

  @Test(arguments: ["aux", "con", "nul", "prn", "com1", "lpt9"])
  func anIDThatWindowsKeepsForItselfIsRefusedAtItsPlace(id: String) throws {
    let scratch = try Scratch.withExample()
    let text = try scratch.text("profile.yaml")
    try scratch.write("profile.yaml", text.replacing("id: opportunity-to-order", with: "id: \(id)"))
    let place =
      "profile.yaml:3:5: error: '\(id)' would name folders and files, and Windows keeps that name for itself"
    try Run("generate", "profile.yaml").in(scratch).exits(2).hasNoResult()
      .complains(place, "[generation/reserved-name]")
    try generate(in: scratch).exits(2).hasNoResult().complains(place)
    #expect(try scratch.tree(id).isEmpty)
  }

  @Test func oneIDThatWindowsKeepsForItselfKeepsAllFromBeingWritten() throws {
    let scratch = try Scratch.withExample()
    let text = try scratch.text("profile.yaml")
    try scratch.write("other.yaml", text.replacing("id: opportunity-to-order", with: "id: nul"))
    try Run("generate", "profile.yaml", "other.yaml", "--output", "out").in(scratch).exits(2).hasNoResult()
      .complains("other.yaml:3:5: error: ")
    #expect(try scratch.tree("out").isEmpty)
  }

  @Test func withoutContractOnlyDocumentsAreWritten() throws {
    let scratch = try Scratch.withExample()
    let text = try scratch.text("profile.yaml")
    let end = try #require(text.firstRange(of: "# What crosses")?.lowerBound)
    try scratch.write("profile.yaml", String(text[..<end]))
    try generate(in: scratch).exits(0)
      .complains(
        "profile.yaml:3:5: note: 'opportunity-to-order' states no contract, so only documents are written",
        "help: add 'contract'")
    #expect(try scratch.tree("out").keys.contains("docs/decisions/0001-opportunity-to-order.md"))
    #expect(try !scratch.tree("out").keys.contains { $0.hasSuffix(".cls") })
  }

  @Test func withoutMessagesItIsSaidThatWhatIsMadeFromThemIsNotGenerated() throws {
    let scratch = try Scratch.withExample()
    let text = try scratch.text("profile.yaml")
    let end = try #require(text.firstRange(of: "  messages:\n")?.lowerBound)
    try scratch.write("profile.yaml", String(text[..<end]))
    try generate(in: scratch).exits(0)
      .complains("note: The contract states no 'messages'", "help: add 'messages'")
    let files = try scratch.tree("out").keys
    #expect(files.contains("README.md"))
    #expect(!files.contains { $0.hasPrefix("salesforce/") || $0.hasPrefix("mule/") })
  }
}
