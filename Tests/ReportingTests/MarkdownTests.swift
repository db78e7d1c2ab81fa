import JSONSyntax
import Reporting
import Testing

@Suite struct MarkdownTests {
  private func markdown(_ blocks: Block...) -> String {
    Report(blocks: blocks, payload: nil).rendered(as: .markdown)
  }

  @Test(arguments: [
    ("a*b_c", "a\\*b\\_c\n"), ("<b>&", "&lt;b&gt;&amp;\n"), ("[x](y)", "\\[x\\](y)\n"), ("`x`", "\\`x\\`\n"),
    ("- x", "\\- x\n"), ("+ x", "\\+ x\n"), ("1. x", "1\\. x\n"), ("12) x", "12\\) x\n"), ("===", "\\===\n"),
    ("# x", "\\# x\n"), ("> x", "&gt; x\n"), ("a\nb", "a b\n"), ("\u{202E}x", "\\\\u{202E}x\n"),
    ("~~x~~", "\\~\\~x\\~\\~\n"), ("a|b", "a\\|b\n"), ("    x", "x\n"), ("\tx", "x\n"),
  ])
  func aParagraphIsOnlyText(_ text: String, _ expected: String) {
    #expect(markdown(.paragraph(RichText(text))) == expected)
  }

  @Test(arguments: [
    ("+40 ", "**+40** \n"), (" a", "**a**\n"), ("a", "**a**\n"), ("", "\n"), (" ", " \n"),
  ])
  func emphasisLeavesSpacesOutside(_ text: String, _ expected: String) {
    let paragraph = markdown(.paragraph(RichText("x ") + RichText(text, .strong)))
    #expect(paragraph == "x " + (text == " a" ? " **a**\n" : expected))
  }

  @Test(arguments: [
    ("a", "`a`"), ("a`b", "``a`b``"), ("`a", "`` `a ``"), ("a``", "``` a`` ```"), ("a\nb", "`a b`"),
  ])
  func codeIsFencedByMoreThanItHolds(_ text: String, _ expected: String) {
    #expect(markdown(.paragraph(RichText(text, .code))) == expected + "\n")
  }

  @Test(arguments: [
    ("call `callout:Name/path`.", "call `callout:Name/path`."), ("`a|b` and `c_d`*", "`a\\|b` and `c_d`\\*"),
    ("a ` b", "a \\` b"), ("a ``b`` c", "a \\`\\`b\\`\\` c"), ("`a` ` `", "`a` ` `"), ("`<b>`", "`<b>`"),
    ("`x", "\\`x"), ("- `x`", "\\- `x`"),
  ])
  func runningTextKeepsItsCode(_ text: String, _ expected: String) {
    #expect(markdown(.paragraph(RichText(text, .prose))) == expected + "\n")
  }

  @Test func runningTextKeepsItsCodeOnAPage() {
    let text = RichText("say `<b>` & go", .prose)
    let page = Report(blocks: [.paragraph(text)], payload: nil).renderedAsPage(title: "Page")
    #expect(page.contains("<p>say <code>&lt;b&gt;</code> &amp; go</p>"))
  }

  @Test func runningTextIsAsItIsWrittenInATerminal() {
    let report = Report(blocks: [.paragraph(RichText("say `b`", .prose))], payload: nil)
    let style = TerminalStyle(width: 80, hasColor: false)
    #expect(report.rendered(as: .terminal, terminal: style) == "  say `b`\n")
  }

  @Test func aTableHasOneLineForEachRow() {
    let table = Block.Table(
      columns: [Block.Column("A | B"), Block.Column("N", isNumeric: true)],
      rows: [[RichText("x\ny"), "1"], [RichText("a|b", .code), RichText("|", .strong)]])
    #expect(
      markdown(.table(table)) == """
        | A \\| B | N |
        |---|---:|
        | x y | 1 |
        | `a\\|b` | **\\|** |

        """)
  }

  @Test func aLinkCannotLeaveItsBrackets() {
    let text = RichText("a](b", .link(url: "https://x/(y) <z>|\n"))
    #expect(markdown(.paragraph(text)) == "[a\\](b](https://x/%28y%29%20%3Cz%3E%7C%20)\n")
  }

  @Test func codeBlocksCannotBeClosedFromWithin() {
    #expect(markdown(.code("a\n````\nb", language: "yaml")) == "`````yaml\na\n````\nb\n`````\n")
  }

  @Test func detailsBelongToTheirItem() {
    let item = Block.Item("one", details: ["two", "- three"])
    #expect(markdown(.list([item])) == "- one\n  <br>two\n  <br>- three\n")
  }
}
