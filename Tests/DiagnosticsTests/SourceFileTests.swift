import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test func findsLinesByNumberWithoutTheirBreaks() {
    let file = SourceFile(name: "a.yaml", text: "one\r\ntwo\n\nfour")
    #expect((1...5).map(file.line) == ["one", "two", "", "four", nil])
  }

  @Test func hasAnEmptyFirstLineWhenItIsEmpty() {
    #expect(SourceFile(name: "a", text: "").line(1) == "")
    #expect(SourceFile(name: "a", text: "").line(0) == nil)
  }

  @Test func repairsALineThatIsNotUTF8() {
    #expect(SourceFile(name: "a", contents: [0x61, 0xFF, 0x0A]).line(1) == "a\u{FFFD}")
  }
}
