import JSONSyntax
import Reporting
import Testing

@Suite struct TerminalTests {
  private func text(_ blocks: Block..., width: Int = 40, hasColor: Bool = false) -> String {
    Report(blocks: blocks, payload: nil)
      .rendered(as: .terminal, terminal: TerminalStyle(width: width, hasColor: hasColor))
  }

  @Test func linesAreBrokenBetweenWords() {
    let words = Array(repeating: "seven77", count: 12).joined(separator: " ")
    let lines = text(.paragraph(RichText(words))).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { $0.count <= 40 && $0.hasPrefix("  seven77") && !$0.hasSuffix(" ") })
  }

  @Test func aWordThatIsTooLongStandsAlone() {
    let long = String(repeating: "x", count: 60)
    #expect(text(.paragraph(RichText("a \(long) b"))) == "  a\n  \(long)\n  b\n")
  }

  @Test func ideographsTakeTwoColumns() {
    let words = Array(repeating: "漢字漢字", count: 8).joined(separator: " ")
    let lines = text(.paragraph(RichText(words))).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.split(separator: " ").count == 4)
  }

  @Test func cellsThatWrapTakeSeveralLines() {
    let table = Block.Table(
      columns: [Block.Column("Name"), Block.Column("Because")],
      rows: [["a", "one reason; another reason and a third one"], ["b", "none"]], wraps: true)
    #expect(
      text(.table(table)) == """
          Name  Because
          a     one reason; another reason and a
                third one
          b     none

        """)
  }

  @Test func tablesStandInColumns() {
    let table = Block.Table(
      columns: [Block.Column("Name"), Block.Column("Count", isNumeric: true), Block.Column("End")],
      rows: [["漢字", "1", "a"], ["e\u{301}", "1,000", "b"], ["long name", "20", "c"]])
    #expect(
      text(.table(table)) == """
          Name       Count  End
          漢字           1  a
          e\u{301}          1,000  b
          long name     20  c

        """)
  }

  @Test(arguments: [
    "\u{1B}[31m", "\u{7}", "\u{85}", "\u{061C}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}", "\r",
  ])
  func nothingSteersTheTerminal(_ treacherous: String) {
    let cell = RichText(treacherous)
    let table = Block.Table(columns: [Block.Column("A")], rows: [[cell]])
    let blocks = [
      Block.heading(level: 1, cell), .paragraph(cell), .table(table),
      .list([Block.Item(cell, details: [cell])]),
      .code(treacherous, language: "text"), .paragraph(RichText("x", .link(url: treacherous))),
    ]
    for block in blocks { #expect(!text(block).contains(treacherous), "\(block)") }
  }

  @Test func coloursAreTakenBackAtTheEndOfEachWord() {
    let painted = text(.paragraph(RichText("two words", .strong)), hasColor: true)
    #expect(painted == "  \u{1B}[1mtwo\u{1B}[0m \u{1B}[1mwords\u{1B}[0m\n")
  }

  @Test func jsonIsThePayloadAndNothingElse() {
    let report = Report(blocks: [.paragraph("unseen")], payload: ["a": 1])
    #expect(report.rendered(as: .json) == "{\n  \"a\": 1\n}\n")
  }
}
