import Diagnostics
import Testing

@Suite struct DiagnosticBagTests {
  private func diagnostic(_ file: String, line: Int, _ message: String = "m") -> Diagnostic {
    let range = SourceRange(line: line, columns: 1..<2)
    return Diagnostic(
      "test/a", message, at: SourceLocation(file: SourceFile(name: file, text: ""), range: range))
  }

  @Test func sortsByFileThenPlaceThenMessageAndDropsRepeats() {
    var bag = DiagnosticBag()
    let expected = [
      Diagnostic("test/a", "no place"), diagnostic("a", line: 1), diagnostic("a", line: 2, "x"),
      diagnostic("a", line: 2, "y"), diagnostic("b", line: 1),
    ]
    for index in [4, 1, 3, 0, 2, 1] { bag.add(expected[index]) }
    #expect(bag.sorted == expected)
  }

  @Test func hasErrorsOnlyWhenOneIsAnError() {
    var bag = DiagnosticBag()
    bag.add(Diagnostic("test/a", "careful", severity: .warning))
    #expect(!bag.hasErrors)
    bag.add(Diagnostic("test/a", "wrong"))
    #expect(bag.hasErrors)
  }
}
