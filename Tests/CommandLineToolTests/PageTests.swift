import Diagnostics
import TestSupport
import Testing

/// Pages, lists, answers to try and the catalog as files: what the commands print.
@Suite struct PageTests {
  @Test(arguments: [
    ("explain-rule", ["explain", "existing-ipaas-is-used"]),
    ("explain-technology", ["explain", "data-loader"]),
    ("explain-requirement", ["explain", "latency.within"]),
    ("explain-practice-markdown", ["explain", "correlation-id", "--format", "markdown"]),
    ("explain-code-markdown", ["explain", "named-credential", "--format", "markdown"]),
    ("explain-limit-json", ["explain", "event-replay", "--format", "json"]),
    ("explain-diagnostic", ["explain", "shape/kind", "overlay/stale"]),
    ("explain-unknown", ["explain", "data-laoder"]),
    ("explain-unknown-diagnostic", ["explain", "shape/kinds"]),
    ("catalog-list-topologies", ["catalog", "list", "topologies"]),
    ("catalog-list-unknown", ["catalog", "list", "topolgies"]),
    ("catalog-show", ["catalog", "show", "same-transaction-is-synchronous"]),
    ("catalog-matrix", ["catalog", "matrix", "--kind", "topologies", "--requirement", "landscape.reuse"]),
    ("catalog-lint", ["catalog", "lint"]),
    (
      "recommend-set",
      ["recommend", "profile.yaml", "--set", "latency.human-waits=true", "--why-not", "request-reply"]
    ),
    ("recommend-why-not", ["recommend", "profile.yaml", "--why-not", "change-data-capture"]),
    ("recommend-unknown-option", ["recommend", "--nope"]),
    ("recommend-unknown-setting", ["recommend", "profile.yaml", "--set", "latency.human-wait=yes"]),
  ])
  func isThatOfTheTranscript(_ page: String, _ arguments: [String]) throws {
    try Run(arguments).with("COLUMNS", "100").in(Scratch.withExample()).matches("transcripts/\(page).txt")
  }

  @Test(arguments: [
    (["explain", "mulesoft"], "'mulesoft' in the catalog; there is mulesoft-"),
    (["explain", "spoke"], "'spoke' in the catalog; did you mean 'hub-and-spoke'?"),
    (["explain", "hub"], "'hub' in the catalog; there is hub-and-spoke, "),
    (["explain", "latency"], "'latency' in the catalog; there is data-360-stream-latency, latency."),
    (["recommend", "profile.yaml", "--why-not", "apex"], "'apex' in the catalog; there is apex-"),
    (["catalog", "show", "data-laoder"], "'data-laoder' in the catalog; did you mean 'data-loader'?"),
  ])
  func aPartOfANameLeadsToThoseThatHaveIt(_ arguments: [String], _ text: String) throws {
    try Run(arguments).in(Scratch.withExample()).exits(2).hasNoResult().complains(text)
  }

  @Test func anExportedCatalogIsTheOneThatIsBuiltIn() throws {
    let scratch = try Scratch.withExample()
    try Run("catalog", "export", "own/catalog").in(scratch).exits(4).complains("No such file or directory")
    try Run("catalog", "export", "own").in(scratch).exits(0).says("files written")
    let shipped = Repository.paths(below: "catalog")
    #expect(try scratch.tree("own").keys.sorted() == shipped)
    for path in shipped {
      #expect(try scratch.bytes("own/\(path)") == Repository.file("catalog/\(path)").contents, "\(path)")
    }
    let built = try Run("recommend", "profile.yaml", "--format", "json").in(scratch).exits(0)
    let own = try Run("recommend", "profile.yaml", "--format", "json", "--catalog", "own").in(scratch).exits(
      0)
    #expect(own.output.replacing("\"own/", with: "\"catalog/") == built.output)
    try Run("catalog", "lint", "--catalog", "own").in(scratch).exits(0)
  }

  @Test func anExportLeavesWhatIsThere() throws {
    let scratch = try Scratch()
    try scratch.write("own/note.txt", "mine\n")
    try scratch.write("file", "mine\n")
    for target in ["own", "file", ".", "/"] {
      try Run("catalog", "export", target).in(scratch).exits(3).hasNoResult().complains("nothing was written")
    }
    #expect(try scratch.tree(".").keys.sorted() == ["file", "own/note.txt"])
    try scratch.makeFolder("empty")
    try Run("catalog", "export", "empty/").in(scratch).exits(0)
    #expect(try scratch.tree("empty").count == Repository.paths(below: "catalog").count)
  }

  @Test func withoutAFolderTheEntriesArePrinted() throws {
    try Run("catalog", "export").in(Scratch()).exits(0)
      .says("\"schema\": \"catalog/1\"", "\"rules/existing-ipaas-is-used.yaml\": {", "\"points\": 30")
  }
}
