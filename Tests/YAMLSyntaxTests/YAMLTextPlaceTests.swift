import Diagnostics
import Testing
import YAMLSyntax

@Suite struct YAMLTextPlaceTests {
  @Test(arguments: [
    "key: one two three\n", "key: 'one two three'\n", "key: \"one two three\"\n",
    "key: one\n  two\n  three\n",
    "key: >\n  one\n  two three\n", "key: |-\n  one\n\n  two\n  three\n", "{ key: one two three }\n",
    "ü: 1\nkey:   one two three # two\n",
  ])
  func findsAWordInEveryStyle(_ text: String) throws {
    let file = SourceFile(name: "a.yaml", text: text)
    let node = try #require(Parsed(text).root?["key"])
    let scalar = try #require(node.text)
    let start = try #require(Array(scalar.utf8).firstIndex(of: UInt8(ascii: "w"))) - 1
    let range = node.location(ofText: start..<start + 3).range
    let line = try #require(file.line(range.start.line))
    #expect(range.start.line == range.end.line)
    let columns = Array(line)[(range.start.column - 1)..<(range.end.column - 1)]
    #expect(String(columns) == "two")
  }

  @Test func knowsTheEndOfAScalar() throws {
    let node = try #require(Parsed("key: one\n").root?["key"])
    let range = node.location(ofText: 3..<3).range
    #expect(range.start == SourcePosition(line: 1, column: 9))
    #expect(range.end == range.start)
  }

  @Test func namesTheWholeScalarWhereEscapesHideThePlace() throws {
    let node = try #require(Parsed("key: \"on\\x65 two\"\n").root?["key"])
    #expect(node.location(ofText: 4..<7) == node.location)
  }
}
