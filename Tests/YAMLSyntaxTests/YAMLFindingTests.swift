import Diagnostics
import Testing
import YAMLSyntax

@Suite struct YAMLFindingTests {
  @Test(arguments: [
    ("", "yaml/empty", 1, 1), ("# nothing\n", "yaml/empty", 1, 1), ("---\n", "yaml/empty", 1, 1),
    ("a: 1\n---\nb: 2\n", "yaml/several-documents", 2, 1),
    ("%YAML 1.1\n---\na: 1\n", "yaml/version", 1, 1),
    ("a:\n\tb: 1\n", "yaml/tab", 2, 1), ("a:\n  - b\n\t- c\n", "yaml/tab", 3, 1),
    ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> side\n", "yaml/conflict-markers", 2, 1),
    ("a: @b\n", "yaml/syntax", 1, 4), ("a: b: c\n", "yaml/syntax", 1, 5),
    ("a: [1, 2\nb: 3\n", "yaml/syntax", 2, 2),
    ("a: \"x\n", "yaml/syntax", 2, 1), ("a: 1\n b: 2\n", "yaml/syntax", 2, 3),
    ("a: \"\\q\"", "yaml/syntax", 1, 5),
    ("a:\n  b: 1\n c: 2\n", "yaml/syntax", 3, 2), ("- a\nb: 1\n", "yaml/syntax", 2, 1),
    ("é: 1\n[a]: 2\n", "yaml/key", 2, 1), ("{a: 1}: 2\n", "yaml/key", 1, 1),
    ("?\n: 2\n", "yaml/key", 1, 2),
    ("a: &x 1\nb:\n  <<: *x\n", "yaml/merge-key", 3, 3), ("a: *b\n", "yaml/alias", 1, 4),
    ("a: &x [*x]\n", "yaml/alias", 1, 8), ("a: !mine b\n", "yaml/tag", 1, 4),
    ("a: !!int b\n", "yaml/tag", 1, 4),
    ("a: !!set {b}\n", "yaml/tag", 1, 4), ("a: !!binary b\n", "yaml/tag", 1, 4),
    ("a: b\n\u{7}", "yaml/character", 2, 1), ("é: \0", "yaml/character", 1, 4),
    ("a\rb", "yaml/character", 1, 2),
    ("a: \u{85}", "yaml/character", 1, 4), ("a: \u{2028}", "yaml/character", 1, 4),
    ("a: \u{FEFF}", "yaml/character", 1, 4), ("a: \u{FFFF}", "yaml/character", 1, 4),
  ])
  func refusesWithThePlace(text: String, id: DiagnosticID, line: Int, column: Int) throws {
    let parsed = Parsed(text)
    #expect(parsed.tree == nil)
    #expect(parsed.findings.map(\.id) == [id])
    let place = try #require(parsed.findings.first?.primary?.location.range.start)
    #expect(place == SourcePosition(line: line, column: column))
  }

  @Test func reportsEveryDuplicateKeyWithThePlaceOfTheFirst() {
    let many = (0..<40).map { "k\($0): 1\n" }.joined()
    let parsed = Parsed(
      "a: 1\n'a': 2\nb: {c: 1, c: 2, \"c\": 3}\nd:\n  "
        + many.split(separator: "\n").joined(separator: "\n  ") + "\n  k7: 2\n")
    #expect(parsed.findings.map(\.id) == Array(repeating: .yamlDuplicateKey, count: 4))
    #expect(parsed.findings.map { $0.primary?.location.range.start.line } == [2, 3, 3, 45])
    #expect(parsed.findings.map { $0.secondary.first?.location.range.start.line } == [1, 3, 3, 12])
  }

  @Test(arguments: [(101, false), (102, true), (5_000, true)])
  func reportsAHundredDuplicateKeysAtMostAndSaysSo(count: Int, isMore: Bool) {
    let findings = Parsed(String(repeating: "a: 1\n", count: count)).findings
    #expect(findings.count { $0.id == .yamlDuplicateKey } == 100)
    let more = findings.filter { $0.id == .yamlMore }
    #expect(more.map(\.severity) == (isMore ? [.note] : []))
    #expect(more.allSatisfy { $0.primary?.location.range.start.line == 101 })
  }

  @Test func stopsAfterAHundredOtherFindingsAndSaysSo() {
    let findings = Parsed(String(repeating: "- !other 1\n", count: 300)).findings
    #expect(findings.count { $0.id == .yamlTag } == 100)
    #expect(findings.filter { $0.id != .yamlTag }.map(\.id) == [.yamlMore])
  }

  /// What follows the hundredth can still be checked.
  @Test func keysGivenTwiceBeyondTheHundredthLeaveTheRestReadable() throws {
    var bag = DiagnosticBag()
    let text = "a:\n" + String(repeating: "  b: 1\n", count: 200) + "c: 2\n"
    let tree = YAMLTree.parse(
      SourceFile(name: "a.yaml", text: text), keepingDuplicateKeys: true, into: &bag)
    #expect(try #require(tree).root["c"]?.text == "2")
  }

  @Test func namesTheByteThatIsNotUTF8() {
    let parsed = Parsed(Array("a: é\nb: ".utf8) + [0xC3, 0x28])
    #expect(parsed.findings.first?.id == .yamlEncoding)
    #expect(
      parsed.findings.first?.message == "The file is not UTF-8: the byte 0xC3 is no part of a character")
    #expect(parsed.findings.first?.primary?.location.range.start == SourcePosition(line: 2, column: 4))
  }

  @Test func acceptsTheCoreTags() throws {
    let root = try #require(
      Parsed("a: !!str 1\nb: !!int 1\nc: !!map {d: !!seq [!!null ~]}\ne: ! 2\nf: !!float 2").root)
    #expect(root["a"]?.coreValue == .string("1"))
    #expect(root["b"]?.coreValue == .integer(1))
    #expect(root["e"]?.coreValue == .string("2"))
  }

  @Test func refusesAFileThatIsTooLarge() {
    let limits = YAMLLimits(bytes: 10)
    #expect(Parsed("a: 4567890", limits: limits).tree != nil)
    #expect(Parsed("a: 45678901", limits: limits).findings.map(\.id) == [.yamlSize])
  }

  @Test func acceptsTheDeepestNestingAndRefusesOneMore() {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(Parsed(deep).tree != nil)
    #expect(Parsed("[" + deep + "]").findings.map(\.id) == [.yamlNesting])
    #expect(Parsed(String(repeating: "[", count: 900_000)).findings.map(\.id) == [.yamlNesting])
    let half = String(repeating: "[", count: 40) + "x" + String(repeating: "]", count: 40)
    let other = String(repeating: "[", count: 40) + "*a" + String(repeating: "]", count: 40)
    #expect(Parsed("- &a \(half)\n- *a").tree != nil)
    #expect(Parsed("- &a \(half)\n- \(other)").findings.map(\.id) == [.yamlNesting])
  }

  @Test func refusesAliasesThatStandForTooManyNodes() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(Parsed(text).findings.map(\.id) == [.yamlAliasExpansion])
  }

  @Test func refusesAFileFullOfDirectivesAtOnce() {
    let text = (0..<60_000).map { "%TAG !a\($0)! x\n" }.joined() + "--- a"
    #expect(Parsed(text).findings.map(\.id) == [.yamlSyntax])
    #expect(Parsed("%YAML 1.2\n%TAG !a! x\n---\na: 1\n").tree != nil)
  }

  @Test func suggestsTheAnchorThatAnAliasMeant() {
    let parsed = Parsed("a: &orders 1\nb: *order\n")
    #expect(
      parsed.findings.first?.message
        == "No anchor '&order' stands before the alias '*order'; did you mean '*orders'?")
  }

  @Test func pointsAtTheBeginningOfWhatIsNotEnded() {
    let parsed = Parsed("a: [1,\n  2\nb: 3\n")
    #expect(parsed.findings.first?.secondary.first?.text == "the list begins here")
    #expect(parsed.findings.first?.secondary.first?.location.range == SourceRange(line: 1, columns: 4..<5))
  }
}
