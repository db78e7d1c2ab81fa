import Glibc
import TestSupport
import Testing
import Workspace

@testable import Generation

/// What merges lines, and what a merge of files adds to that.
@Suite struct GitMergeTests {
  /// `git merge-file` over three files, as a person would run it.
  private func git(_ merge: LineMerge, in folder: String) throws -> (status: Int32, text: [UInt8]) {
    for (name, text) in [("ours", merge.ours), ("base", merge.base), ("theirs", merge.theirs)] {
      try Disk.write(String(decoding: text, as: UTF8.self), to: "\(folder)/\(name)")
    }
    let status = system("cd '\(folder)' && git merge-file -p ours base theirs > merged 2> errors")
    return (status >> 8 & 0xFF, Array(try Disk.text(of: folder + "/merged").utf8))
  }

  private func randomText(_ random: inout SplitMix64, _ lines: [String], ending: String = "\n") -> [String] {
    (0..<Int.random(in: 0..<40, using: &random)).map { _ in
      (lines.randomElement(using: &random) ?? "") + ending
    }
  }

  /// The text with some lines changed, removed or added.
  private func edited(_ text: [String], _ random: inout SplitMix64) -> [String] {
    text.flatMap { line -> [String] in
      switch Int.random(in: 0..<40, using: &random) {
      case 0: []
      case 1: [line, "added \(Int.random(in: 0..<3, using: &random))\n"]
      case 2: ["changed \(Int.random(in: 0..<3, using: &random))\n"]
      case 3: [line.replacing("\n", with: " \n")]
      case 4: [line.replacing("\n", with: "\r\n")]
      default: [line]
      }
    }
  }

  @Test func whereGitMergesCleanlySoDoWeWithTheSameBytes() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      var (clean, conflicts) = (0, 0)
      for seed in 0..<300 {
        var random = SplitMix64(seed: UInt64(seed))
        let base = randomText(&random, ["a", "b", "c", "", "  d", "e: 1", "}"])
        var texts = [base, edited(base, &random), edited(base, &random)].map { Array($0.joined().utf8) }
        if seed.isMultiple(of: 5), !texts[1].isEmpty { texts[1].removeLast() }
        if seed.isMultiple(of: 7) { texts[1] = LineEndings.windows(LineEndings.unix(texts[1])) }
        let merge = LineMerge(base: texts[0], ours: texts[1], theirs: texts[2])
        let expected = try git(merge, in: folder)
        let outcome = FileMerge(format: FileFormat(.text), mergeLines: GitMerge.merge).merge(merge)
        if expected.status == 0 {
          clean += 1
          #expect(outcome == .merged(expected.text), "seed \(seed)")
        } else {
          conflicts += 1
          if case .unavailable(let reason) = outcome { Issue.record("seed \(seed): \(reason)") }
        }
      }
      #expect(clean > 60 && conflicts > 30, "\(clean) clean, \(conflicts) conflicts")
    }
  }

  @Test func oneSideAloneIsTakenAsItIs() {
    for seed in 0..<200 {
      var random = SplitMix64(seed: UInt64(seed))
      let base = Array(randomText(&random, ["a", "b", "{", "<a>"]).joined().utf8)
      let other = Array(randomText(&random, ["a", "c", "}", "<a/>"], ending: "\r\n").joined().utf8)
      for language in TargetLanguage.allCases {
        let merge = FileMerge(
          format: FileFormat(language), mergeLines: { _ in .unavailable("it is not needed") })
        #expect(merge.merge(LineMerge(base: base, ours: base, theirs: other)) == .merged(other))
        #expect(merge.merge(LineMerge(base: base, ours: other, theirs: base)) == .merged(other))
        #expect(merge.merge(LineMerge(base: base, ours: other, theirs: other)) == .merged(other))
      }
    }
  }

  @Test func overlapsAreMarkedWithTheNamesOfTheSides() {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    let outcome = GitMerge.merge(LineMerge(base: bytes("a\n"), ours: bytes("b\n"), theirs: bytes("c\n")))
    #expect(outcome == .overlapping(bytes("<<<<<<< yours\nb\n=======\nc\n>>>>>>> generated\n")))
  }

  @Test func aLargeTextComesThroughWhole() {
    let lines = (0..<200_000).map { "line \($0)\n" }
    let base = Array(lines.joined().utf8)
    let ours = Array("first\n".utf8) + base
    let theirs = base + Array("last\n".utf8)
    let merged = GitMerge.merge(LineMerge(base: base, ours: ours, theirs: theirs))
    #expect(merged == .clean(ours + Array("last\n".utf8)))
  }

  /// Case by case what people do to generated files and templates do at the same time.
  @Test(arguments: [
    (TargetLanguage.apex, "a\nb\nc\n", "a\nb\nc\nmine\n", "a\nB\nc\n", "a\nB\nc\nmine\n"),
    (.apex, "a\nb\n", "a\nx\n", "a\nx\n", "a\nx\n"),
    (.apex, "a\nb\nc\nd", "a\nb\nc\nmine", "A\nb\nc\nd", "A\nb\nc\nmine"),
    (.apex, "a\nb\nc\n", "a\r\nb\r\nc\r\n", "a\nB\nc\n", "a\r\nB\r\nc\r\n"),
    (.apex, "a\nb\nc\n", "a \nb \nc \n", "a\nB\nc\n", "a\nB\nc\n"),
    (
      .json, "{\"a\":1,\"b\":2}\n", "{\n  \"b\": 2,\n  \"a\": 1\n}\n", "{\"a\":1,\"b\":3}\n",
      "{\"a\":1,\"b\":3}\n"
    ),
    (
      .xml, "<Package>\n<types>\n<members>A</members>\n<name>N</name>\n</types>\n</Package>\n",
      "<Package>\n<types>\n<members>A</members>\n<members>M</members>\n<name>N</name>\n</types>\n</Package>\n",
      "<Package>\n<types>\n<members>A</members>\n<members>T</members>\n<name>N</name>\n</types>\n</Package>\n",
      "<Package>\n<types>\n<members>A</members>\n<members>T</members>\n<members>M</members>\n<name>N</name>\n</types>\n</Package>\n"
    ),
  ])
  func whatIsMergedByHandIsMergedByItself(
    language: TargetLanguage, base: String, ours: String, theirs: String, expected: String
  ) {
    let merge = LineMerge(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    let outcome = FileMerge(format: FileFormat(language), mergeLines: GitMerge.merge).merge(merge)
    #expect(outcome == .merged(Array(expected.utf8)), "\(outcome)")
  }

  @Test(arguments: [
    ("a\nb\nc\n", "a\nx\nc\n", "a\ny\nc\n"), ("a\nb\nc\n", "a\nc\n", "a\ny\nc\n"),
    ("a\nb\n", "a\nmine\n", ""), ("a\nb\nc\nd\n", "a\nx\nc\nd\n", "a\nb\ny\nd\n"),
  ])
  func contradictionsAreNeverResolvedInSilence(base: String, ours: String, theirs: String) {
    let merge = LineMerge(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    let outcome = FileMerge(format: FileFormat(.apex), mergeLines: GitMerge.merge).merge(merge)
    guard case .conflict(let text?) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(MergeMarkers.areIn(text))
  }
}
