import Testing
import TestSupport

@Suite struct UsageTests {
  @Test(arguments: [
    ["chek"], ["check"], ["recommend"], ["generate"], ["check", "--frmat", "json"],
    ["recommend", "--format", "xml", "profile.yaml"], ["check", "--color", "red", "profile.yaml"],
    ["generate", "profile.yaml", "--output"], ["generate", "profile.yaml", "--output", ""],
    ["schema", "profile.yaml"],
  ])
  func wrongUsageEndsWithTwo(_ arguments: [String]) throws {
    try Run(arguments).in(Scratch.withExample()).exits(2).hasNoResult().complains("Error: ", "Usage: bascule")
  }

  @Test(arguments: [
    (["recomend", "profile.yaml"], "There is no command 'recomend'. Did you mean 'recommend'?", "bascule"),
    (["catalog", "lst"], "There is no command 'lst'. Did you mean 'list'?", "bascule catalog"),
    (["profile.yaml"], "There is no command 'profile.yaml'", "bascule"),
    (["help", "recomend"], "There is no command 'recomend'. Did you mean 'recommend'?", "bascule"),
    (["help", "catalog", "lst"], "There is no command 'lst'. Did you mean 'list'?", "bascule"),
  ])
  func anUnknownCommandIsToldTheNearest(_ arguments: [String], _ message: String, _ command: String) throws {
    try Run(arguments).in(Scratch.withExample()).exits(2).hasNoResult()
      .complains("Error: \(message)\n", "Usage: \(command) <subcommand>")
  }

  @Test func theVersion() throws {
    let outcome = try Run("--version").in(Scratch()).exits(0)
    #expect(outcome.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    #expect(outcome.errors == "")
  }

  @Test(arguments: [
    "", "catalog", "catalog export", "catalog lint", "catalog list", "catalog matrix", "catalog show",
    "catalog test", "check",
    "explain", "generate", "recommend", "schema",
  ])
  func helpIsAnAnswer(_ command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let page = "transcripts/\((["help"] + words).joined(separator: "-")).txt"
    try Run(words + ["--help"]).with("COLUMNS", "80").in(Scratch()).exits(0).matches(page)
  }

  @Test(arguments: ["recommend", "schema"])
  func aReaderThatGoesAwayIsNoFault(_ command: String) throws {
    let scratch = try Scratch.withExample()
    let arguments = command == "schema" ? [command] : [command, "profile.yaml"]
    // `true` closes its input before anything is written to it.
    let outcome = try Run(arguments).shell(before: "{ sleep 0.1;", after: "; } | true").in(scratch).exits(0)
    #expect(outcome.errors == "")
  }

  @Test(arguments: [
    ("check bad.yaml --format sarif", 2), ("catalog lint --catalog .", 2), ("diff old new", 1),
    ("generate profile.yaml --check", 1),
  ])
  func aReaderThatGoesAwayMakesNothingRight(_ words: String, _ status: Int32) throws {
    let arguments = words.split(separator: " ").map(String.init)
    let scratch = try Scratch.withExample()
    try scratch.write("bad.yaml", "- no\n")
    try scratch.copy("examples/opportunity-to-order.yaml", to: "old/a.yaml")
    let text = try scratch.text("old/a.yaml").replacing("path: /orders", with: "path: /sales")
    try scratch.write("new/a.yaml", text)
    try Run(arguments).shell(before: "{ sleep 0.1;", after: "; } | true").in(scratch).exits(status)
  }

  @Test func anOutputThatIsFullIsReported() throws {
    try Run("recommend", "profile.yaml").shell(after: "> /dev/full").in(Scratch.withExample()).exits(4)
      .complains("Standard output cannot be written: No space left on device")
  }

  @Test func aClosedOutputIsReported() throws {
    try Run("schema").shell(after: ">&-").in(Scratch()).exits(4).complains(
      "Standard output cannot be written")
  }

  @Test func coloursOnlyWhereTheyAreAskedFor() throws {
    let scratch = try Scratch.withExample()
    for arguments in [["--color", "auto"], ["--color", "never"], []] {
      let outcome = try Run(["recommend", "profile.yaml"] + arguments).in(scratch).exits(0)
      #expect(!outcome.output.contains("\u{1B}"))
    }
    let outcome = try Run("recommend", "profile.yaml", "--color", "always").in(scratch).exits(0)
    #expect(outcome.output.contains("\u{1B}[1m"))
    // What somebody asks for on the command line outweighs the environment.
    let asked = try Run("recommend", "profile.yaml", "--color", "always").with("NO_COLOR", "1").in(scratch)
    #expect(asked.output == outcome.output)
  }

  @Test func aTerminalHasColoursUnlessTheEnvironmentForbidsThem() throws {
    let scratch = try Scratch.withExample()
    try scratch.write("bad.yaml", "- no\n")
    let inTerminal = { (name: String, value: String) in
      try Run("check", "bad.yaml").with(name, value)
        .shell(
          before:
            "export PROGRAM=\"$0\"; script --quiet --return --command '\"$PROGRAM\" check bad.yaml' /dev/null; exit $?;"
        )
        .in(scratch)
    }
    #expect(try inTerminal("TERM", "xterm").exits(2).output.contains("\u{1B}[31m"))
    #expect(try !inTerminal("NO_COLOR", "1").exits(2).output.contains("\u{1B}["))
    #expect(try !inTerminal("TERM", "dumb").exits(2).output.contains("\u{1B}["))
  }

  @Test func quietLeavesResultsAndErrors() throws {
    let scratch = try Scratch.withExample()
    let quiet = try Run("check", "--quiet", "profile.yaml").in(scratch).exits(0)
    #expect(quiet.output == "" && quiet.errors == "")
    try scratch.write("bad.yaml", "- no\n")
    try Run("check", "--quiet", "bad.yaml").in(scratch).exits(2).complains("shape/kind")
  }
}
