import Diagnostics
import JSONSyntax
import Testing

@Suite struct JSONParsingTests {
  private func parse(_ bytes: [UInt8]) -> (value: JSONValue?, findings: [Diagnostic]) {
    var bag = DiagnosticBag()
    let value = JSONValue.parse(SourceFile(name: "a.json", contents: bytes), into: &bag)
    return (value, bag.sorted)
  }

  private func parse(_ text: String) -> (value: JSONValue?, findings: [Diagnostic]) {
    parse(Array(text.utf8))
  }

  @Test func readsEveryKindOfValue() {
    let (value, findings) = parse(
      "\u{FEFF} {\"a\": [null, true, false, -12, 1.50, 1e3], \"b\": {\"c\": \"\\u00e9\\ud83d\\ude00\\n\"}}\r\n"
    )
    #expect(findings.isEmpty)
    #expect(
      value == [
        "a": [nil, true, false, -12, .decimal("1.50"), .decimal("1e3")], "b": ["c": "é😀\n"],
      ])
  }

  @Test(arguments: [
    ("", "json/syntax", 1, 1), ("{", "json/syntax", 1, 2), ("[1,]", "json/syntax", 1, 3),
    ("{\"a\": 1,\n}", "json/syntax", 1, 8), ("[1 2]", "json/syntax", 1, 4), ("{a: 1}", "json/syntax", 1, 2),
    ("[\n  01]", "json/syntax", 2, 3), ("[1.]", "json/syntax", 1, 2), ("[+1]", "json/syntax", 1, 2),
    ("[NaN]", "json/syntax", 1, 2), ("\"é\\x\"", "json/syntax", 1, 3), ("\"\\ud800\"", "json/syntax", 1, 2),
    ("\"\\ud800\\u0041\"", "json/syntax", 1, 2), ("\"\\udc00\"", "json/syntax", 1, 2),
    ("\"\\u12g4\"", "json/syntax", 1, 2), ("\"a\nb\"", "json/syntax", 1, 3), ("\"abc", "json/syntax", 1, 1),
    ("1 2", "json/syntax", 1, 3), ("{\"a\" 1}", "json/syntax", 1, 6), ("'a'", "json/syntax", 1, 1),
  ])
  func refusesWhatIsNoJSON(text: String, id: DiagnosticID, line: Int, column: Int) throws {
    let (value, findings) = parse(text)
    #expect(value == nil)
    let finding = try #require(findings.first)
    #expect(finding.id == id)
    #expect(finding.primary?.location.range.start == SourcePosition(line: line, column: column))
  }

  @Test func reportsEveryDuplicateKeyWithThePlaceOfTheFirst() {
    let (value, findings) = parse("{\"a\": 1,\n\"a\": 2, \"b\": {\"c\": 1, \"c\": 1, \"c\": 1}}")
    #expect(value == nil)
    #expect(findings.map(\.id) == [.jsonDuplicateKey, .jsonDuplicateKey, .jsonDuplicateKey])
    #expect(findings[0].primary?.location.range == SourceRange(line: 2, columns: 1..<4))
    #expect(findings[0].secondary.first?.location.range == SourceRange(line: 1, columns: 2..<5))
  }

  @Test func reportsDuplicateKeysOfObjectsOfAnySize() {
    for count in [1, 15, 16, 17, 40] {
      let keys = (0..<count).map { "\"k\($0)\": 0" }
      for repeated in [0, count / 2, count - 1] {
        let findings = parse("{\((keys + [keys[repeated], "\"z\": 0"]).joined(separator: ","))}").findings
        #expect(findings.map(\.message) == ["The key 'k\(repeated)' is given twice"])
      }
      #expect(parse("{\(keys.joined(separator: ","))}").findings.isEmpty)
    }
  }

  @Test(arguments: [(101, false), (102, true), (20_000, true)])
  func reportsAHundredDuplicateKeysAtMostAndSaysSo(count: Int, isMore: Bool) {
    let members = Array(repeating: "\"a\": 1", count: count).joined(separator: ",\n")
    let findings = parse("{" + members + "}").findings
    #expect(findings.count { $0.id == .jsonDuplicateKey } == 100)
    #expect(findings.filter { $0.id == .jsonMore }.map(\.severity) == (isMore ? [.note] : []))
  }

  @Test func reportsTheFirstByteThatIsNotUTF8() {
    let (value, findings) = parse(Array("\"é\n".utf8) + [0xC3, 0x28])
    #expect(value == nil)
    #expect(findings.first?.id == .jsonEncoding)
    #expect(findings.first?.primary?.location.range.start == SourcePosition(line: 2, column: 1))
  }

  @Test func acceptsTheDeepestNestingAndRefusesOneMore() {
    let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(parse(deep).value != nil)
    #expect(parse("[" + deep + "]").findings.first?.id == .jsonNesting)
    #expect(parse(String(repeating: "[", count: 1_000_000)).findings.first?.id == .jsonNesting)
  }
}
