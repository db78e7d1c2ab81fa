import TestSupport
import Testing

/// Profiles that cannot be read: each is reported at its place, and nothing is recommended or written.
@Suite struct BadInputTests {
  private func expect(
    _ id: String, of text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(id, ofBytes: Array(text.utf8), sourceLocation: sourceLocation)
  }

  private func expect(
    _ id: String, ofBytes bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let scratch = try Scratch()
    try scratch.write("bad.yaml", bytes: bytes)
    for command in ["check", "recommend", "generate"] {
      try Run(command, "bad.yaml").in(scratch)
        .exits(2, sourceLocation: sourceLocation).hasNoResult(sourceLocation: sourceLocation)
        .complains("bad.yaml:", "error: ", "[\(id)]", "^", sourceLocation: sourceLocation)
    }
    #expect(try scratch.tree(".").keys.sorted() == ["bad.yaml"], sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ("yaml/empty", ""), ("yaml/empty", "# Nothing but a comment\n"), ("shape/kind", "- a list\n"),
    ("shape/kind", "a text\n"), ("yaml/tab", "profile: 1\nexchange:\n\tdirection: bidirectional\n"),
    ("yaml/duplicate-key", "profile: 1\nid: a\nid: b\ntitle: A\n"),
    ("yaml/several-documents", "profile: 1\nid: a\ntitle: A\n---\nprofile: 1\n"),
    ("shape/text", "profile: 1\nid: ../../x\ntitle: A\n"), ("shape/text", "profile: 1\nid: /etc\ntitle: A\n"),
    ("shape/text", "profile: 1\nid: \"a\\0b\"\ntitle: A\n"),
    ("yaml/character", "profile: 1\nid: a\ntitle: A\u{1}B\n"),
  ])
  func isReportedAtItsPlace(_ id: String, _ text: String) throws { try expect(id, of: text) }

  /// Nothing is bent until it fits: a text that looks like a truth is none, and a number is no text.
  @Test(arguments: [
    ("shape/kind", "human-waits: perhaps", "'human-waits' must be true or false, not the text 'perhaps'"),
    ("shape/kind", "human-waits: no", "'human-waits' must be true or false, not the text 'no'"),
    ("shape/kind", "human-waits: 'true'", "'human-waits' must be true or false, not the text 'true'"),
    ("shape/kind", "human-waits: 1", "'human-waits' must be true or false"),
    ("shape/kind", "human-waits: null", "'human-waits' has no value; expected true or false"),
    ("shape/kind", "human-waits: ~", "'human-waits' has no value; expected true or false"),
    ("shape/kind", "human-waits:", "'human-waits' has no value; expected true or false"),
    (
      "yaml/tag", "human-waits: !!python/object:os.system true",
      "The tag '!!python/object:os.system' is not read"
    ),
    ("yaml/tag", "human-waits: !!python/name:os.system", "The tag '!!python/name:os.system' is not read"),
  ])
  func aTruthIsNothingElse(_ id: String, _ line: String, _ message: String) throws {
    let text = "profile: 1\nid: a\ntitle: A\nlatency:\n  \(line)\n"
    try expect(id, of: text)
    try expect(message, of: text, in: 5)
  }

  @Test(arguments: [
    ("shape/kind", "title: 012", "'title' must be a text; without quotes '012' is a number"),
    ("shape/kind", "title: true", "'title' must be a text"),
    ("shape/kind", "title: null", "'title' has no value; expected a text on one line"),
    ("yaml/tag", "title: !!python/name:os.system x", "The tag '!!python/name:os.system' is not read"),
  ])
  func aTextIsNothingElse(_ id: String, _ line: String, _ message: String) throws {
    let text = "profile: 1\nid: a\n\(line)\n"
    try expect(id, of: text)
    try expect(message, of: text, in: 3)
  }

  @Test func aNumberIsNothingElse() throws {
    for (line, message) in [
      ("many", "'events-per-day' must be a whole number from 0 to 999999999999, not the text 'many'"),
      ("'12'", "'events-per-day' must be a whole number"), ("1.5", "'events-per-day' must be a whole number"),
      ("true", "'events-per-day' must be a whole number"), ("null", "'events-per-day' has no value"),
    ] {
      try expect(message, of: "profile: 1\nid: a\ntitle: A\nvolume:\n  events-per-day: \(line)\n", in: 5)
    }
  }

  @Test func aDurationSaysItsUnits() throws {
    try expect(
      "'response-time' must be a duration such as 8s, 15m or 3d, or a whole number of seconds, not the text '8 s'",
      of: "profile: 1\nid: a\ntitle: A\nremote: { response-time: 8 s }\n", in: 4)
    try expect(
      "'within' must be one of its 8 values, a duration such as 8s, 15m or 3d, or a whole number of seconds",
      of: "profile: 1\nid: a\ntitle: A\nlatency: { within: 5 parsecs }\n", in: 4)
  }

  /// What YAML 1.1 would make `false` and `10` stays what it is written as, with a warning.
  @Test func wordsOfOlderYAMLStayWhatTheyAre() throws {
    let scratch = try Scratch()
    try scratch.write(
      "odd.yaml", "profile: 1\nid: a\ntitle: no\nowner: \"012\"\nvolume:\n  events-per-day: 012\n")
    try Run("recommend", "odd.yaml").in(scratch).exits(0).says("no (a)\n").complains(
      "odd.yaml:3:8: warning: 'title' is better written \"no\"",
      "odd.yaml:6:19: warning: 'events-per-day' is better written 12")
    try Run("generate", "odd.yaml", "--output", "out").in(scratch).exits(0)
    let record = try scratch.text("out/docs/decisions/0001-a.md")
    #expect(record.contains("# no\n") || record.contains("no\n"), "\(record)")
    #expect(record.contains("012"), "\(record)")
  }

  /// A finding on a line, from every command.
  private func expect(
    _ message: String, of text: String, in line: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let scratch = try Scratch()
    try scratch.write("bad.yaml", text)
    for command in ["check", "recommend", "generate"] {
      try Run(command, "bad.yaml").in(scratch)
        .exits(2, sourceLocation: sourceLocation).hasNoResult(sourceLocation: sourceLocation)
        .complains("bad.yaml:\(line):", message, sourceLocation: sourceLocation)
    }
    #expect(try scratch.tree(".").keys.sorted() == ["bad.yaml"], sourceLocation: sourceLocation)
  }

  @Test func textThatIsNotUTF8() throws {
    try expect("yaml/encoding", ofBytes: Array("profile: 1\nid: a\ntitle: ".utf8) + [0xFF, 0xC3, 0x28, 0x0A])
  }

  @Test func anAliasBomb() throws {
    let first = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    let rest = zip("abcdefgh", "bcdefghi").map { inner, outer in
      "\(outer): &\(outer) [\(Array(repeating: "*\(inner)", count: 10).joined(separator: ", "))]\n"
    }
    try expect("yaml/alias-expansion", of: first + rest.joined())
  }

  @Test func nestingWithoutEnd() throws {
    let text = "profile: " + String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000)
    try expect("yaml/nesting", of: text + "\n")
  }

  @Test func aFileBeyondOneMegabyte() throws {
    let scratch = try Scratch()
    try scratch.write("bad.yaml", "profile: 1\n#" + String(repeating: "x", count: 1 << 20))
    try Run("recommend", "bad.yaml").in(scratch).exits(2).hasNoResult().complains("larger than 1 MiB")
  }

  @Test func aFileOfOneMegabyteIsRead() throws {
    let scratch = try Scratch.withExample()
    let text = try scratch.text("profile.yaml")
    try scratch.write("profile.yaml", text + String(repeating: "#", count: (1 << 20) - text.utf8.count))
    try Run("check", "profile.yaml").in(scratch).exits(0)
    // The same is said of standard input as of a file that git keeps.
    try Run("check", "-").reading(try scratch.text("profile.yaml") + "#").in(scratch).exits(2)
      .complains("is larger than 1 MiB")
  }

  @Test func everyMistakeIsReportedInOneRun() throws {
    let scratch = try Scratch()
    try scratch.copy("Tests/Fixtures/mistakes/many-mistakes.yaml", to: "profile.yaml")
    try Run("check", "profile.yaml").in(scratch).exits(2).matches("transcripts/many-mistakes.txt")
  }

  @Test func mistakesOfTheContractAreReportedInOneRun() throws {
    let scratch = try Scratch()
    try scratch.copy("Tests/Fixtures/mistakes/contract-mistakes.yaml", to: "profile.yaml")
    try Run("check", "profile.yaml").in(scratch).exits(2).matches("transcripts/contract-mistakes.txt")
  }

  @Test func answersThatContradictEachOtherAreAWarning() throws {
    let scratch = try Scratch()
    try scratch.copy("Tests/Fixtures/mistakes/contradiction.yaml", to: "profile.yaml")
    try Run("check", "profile.yaml").in(scratch).exits(0).complains(
      "profile.yaml:5:12: warning: These answers cannot all be true", "[profile/contradiction]")
  }

  @Test func theSameIdTwice() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] { try scratch.write("profiles/\(name).yaml", "profile: 1\nid: one\ntitle: One\n") }
    for command in ["check", "recommend", "generate"] {
      try Run(command, "profiles").in(scratch).exits(2).hasNoResult()
        .complains("profiles/b.yaml:2:5", "profile/duplicate-id", "the other")
    }
  }

  @Test func oneBadProfileAmongGoodOnes() throws {
    let scratch = try Scratch()
    try scratch.write("profiles/bad.yaml", "profile: 1\nid: B_ad\ntitle: Bad\n")
    try scratch.write("profiles/good.yaml", "profile: 1\nid: good\ntitle: Good\n")
    try Run("check", "profiles").in(scratch).exits(2).hasNoResult().complains("profiles/bad.yaml:2:5")
    try Run("recommend", "profiles").in(scratch).exits(2).says("Good (good)")
    try Run("recommend", "--format", "json", "profiles").in(scratch).exits(2).says("[\n")
    try Run("generate", "profiles", "--output", "out").in(scratch).exits(2).hasNoResult()
    #expect(try scratch.tree("out").isEmpty)
  }
}
