@testable import Generation
import Testing

@Suite struct ApexStructureTests {
  private func message(_ source: String) -> String? {
    ApexStructure.fault(in: Array(source.utf8))?.message
  }

  @Test(arguments: [
    "class A { String s = 'it\\'s // no /* comment'; } // { [ '\n",
    "/* ' ( */ class A { List<String> l = new List<String>{ 'a', '\\\\' }; Integer i = 4 / 2; }",
    "class A { void f(Map<String, List<Integer>> m) { m.get('x')[0] = 1; } }",
    "",
  ])
  func acceptsWhatIsClosed(source: String) {
    #expect(message(source) == nil)
  }

  @Test(arguments: [
    ("class A { String s = 'x; }", "the string is not closed on its line"),
    ("class A { String s = 'x\n'; }", "the string is not closed on its line"),
    ("class A { /* }", "the comment is not closed"),
    ("class A { f(]; }", "the bracket closes nothing"),
    ("class A { } }", "the bracket closes nothing"),
    ("class A { f(); ", "the bracket is not closed"),
  ])
  func findsWhatIsNot(source: String, finding: String) {
    #expect(message(source) == finding)
  }
}
