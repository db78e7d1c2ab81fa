import Diagnostics
import Reporting
import Testing

@Suite struct DiagnosticRendererTests {
  private func render(_ line: String, columns: Range<Int>, label: String = "") -> [String] {
    let file = SourceFile(name: "a.yaml", text: "first\n" + line + "\nlast\n")
    let place = SourceLocation(file: file, range: SourceRange(line: 2, columns: columns))
    let diagnostic = Diagnostic("test/id", "Something is wrong", at: place, label: label)
    return DiagnosticRenderer(style: .plain).render(diagnostic).split(separator: "\n").map(String.init)
  }

  @Test func theCaretIsAsWideAsTheRange() {
    #expect(
      render("key: value", columns: 6..<11, label: "here") == [
        "a.yaml:2:6: error: Something is wrong [test/id]", " 2 | key: value", "   |      ^^^^^ here",
      ])
  }

  @Test func theCaretStandsUnderWideCharacters() {
    #expect(render("漢字: 値段", columns: 5..<7).suffix(2) == [" 2 | 漢字: 値段", "   |       ^^^^"])
  }

  @Test func marksTakeNoColumn() {
    #expect(render("e\u{301}: x", columns: 5..<6).last == "   |    ^")
  }

  @Test func aTabIsShownAsOneSpace() {
    #expect(render("\tkey: x", columns: 7..<8).suffix(2) == [" 2 |  key: x", "   |       ^"])
  }

  @Test func controlCharactersAreSpeltOut() {
    #expect(render("a\u{1B}b: x", columns: 5..<6).suffix(2) == [" 2 | a\\u{1B}b: x", "   |          ^"])
  }

  @Test func aLongLineIsCutOnBothSides() {
    let line = String(repeating: "a", count: 500) + "KEY" + String(repeating: "b", count: 500)
    let lines = render(line, columns: 501..<504)
    #expect(
      lines[1] == " 2 | …" + String(repeating: "a", count: 60) + "KEY" + String(repeating: "b", count: 77)
        + "…")
    #expect(lines[2] == "   | " + String(repeating: " ", count: 61) + "^^^")
  }

  @Test(arguments: [1..<1, 99..<120, 4..<4])
  func aCaretIsThereWhateverTheRange(_ columns: Range<Int>) {
    #expect(render("key", columns: columns).last?.hasSuffix("^") == true)
  }

  @Test func aPlaceInAnotherFileNamesIt() {
    let places = ["a.yaml", "b.yaml"].map { name in
      SourceLocation(
        file: SourceFile(name: name, text: "one\n"), range: SourceRange(line: 1, columns: 1..<4))
    }
    let diagnostic = Diagnostic(
      "test/id", "Both", at: places[0], secondary: [.init(places[1], "the other")])
    #expect(
      DiagnosticRenderer(style: .plain).render(diagnostic) == """
        a.yaml:1:1: error: Both [test/id]
         1 | one
           | ^^^
          b.yaml:1:1:
         1 | one
           | --- the other

        """)
  }

  @Test func otherPlacesNotesAndFixesFollow() {
    let file = SourceFile(name: "b.yaml", text: "one\ntwo\n")
    let first = SourceLocation(file: file, range: SourceRange(line: 1, columns: 1..<4))
    let second = SourceLocation(file: file, range: SourceRange(line: 2, columns: 1..<4))
    let diagnostic = Diagnostic(
      "test/id", "Both", severity: .warning, at: second, secondary: [.init(first, "the other")],
      notes: ["noted"], fixes: [.init("write it once")])
    #expect(
      DiagnosticRenderer(style: .plain).render(diagnostic) == """
        b.yaml:2:1: warning: Both [test/id]
         2 | two
           | ^^^
         1 | one
           | --- the other
          note: Noted
          help: write it once

        """)
  }

  @Test func aMessageCannotForgeAnotherLine() {
    let diagnostic = Diagnostic("test/id", "one\nerror: two\u{1B}[2J")
    let text = DiagnosticRenderer(style: .plain).render(diagnostic)
    #expect(text == "error: One error: two\\u{1B}[2J [test/id]\n")
  }
}
