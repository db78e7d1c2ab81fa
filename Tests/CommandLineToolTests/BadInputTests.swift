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
    try Run("recommend", "bad.yaml").in(scratch).exits(2).hasNoResult().complains("larger than 1048576 bytes")
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
