import Diagnostics
import Templating
import Testing

@testable import Generation

@Suite struct FileFormTests {
  private func areEquivalent(_ one: String, _ other: String, _ language: TargetLanguage) -> Bool {
    FileForm.areEquivalent(Array(one.utf8), Array(other.utf8), FileFormat(language))
  }

  /// A manifest holds it whichever way it was found.
  @Test(arguments: [
    (TargetLanguage.json, "{\"a\": 1,\n \"b\": [2]}\n"), (.json, "{\"a\": 1} \n\n"), (.json, "{\"a\": 1}"),
    (.yaml, "b: 1 # why\na: [x]\n"), (.yaml, "a:   \n  - x\n"),
    (.xml, "<!-- c -->\n<a>\n  <b>x &amp; y</b>\n</a>\n"),
    (.xml, "<a>\n  <b>x  \n</b>\n</a>\n"), (.text, "a\n"), (.apex, "class A {\n}\n"),
  ])
  func theFormFoundWhileChecksRunIsThatOfTheFile(language: TargetLanguage, text: String) throws {
    var bag = DiagnosticBag()
    let template = try #require(Template.parse(SourceFile(name: "t", contents: []), into: &bag))
    let check = OutputCheck(path: try RelativePath("a"), format: FileFormat(language), template: template)
    let found = check.form(of: Array(text.utf8), into: &bag).form
    #expect(found == (language.hasStructure ? FileForm(Array(text.utf8), FileFormat(language))?.digest : nil))
  }

  private static let metadata = "xmlns=\"http://soap.sforce.com/2006/04/metadata\""

  @Test(arguments: [
    (TargetLanguage.apex, "class A {\n}\n", "class A {\r\n}\r\n"),
    (.apex, "class A {\n}\n", "class A {   \n}\t\n\n\n"),
    (.text, "a\n", "a"), (.text, "a\n", "\u{FEFF}a\n"),
    (.json, "{\"a\":1,\"b\":[1,2]}\n", "{\n  \"b\": [ 1, 2 ],\n  \"a\": 1\n}\n"),
    (.yaml, "a: 1\nb:\n  - x\n", "b: [x]\na: 1\n"), (.yaml, "a: text\n", "a: 'text'\n"),
    (.yaml, "# why\na: 1\n", "a: 1\n# why\n"),
    (.xml, "<a>\n  <b>x</b>\n</a>\n", "<a><b>x</b></a>\n"),
    (.xml, "<a x=\"1\" y=\"2\"/>\n", "<a   y='2' x='1'></a>\n"),
    (
      .xml, "<CustomField \(metadata)>\n<label>L</label>\n<type>T</type>\n</CustomField>\n",
      "<CustomField \(metadata)>\n    <type>T</type>\n    <label>L</label>\n</CustomField>\n"
    ),
    (
      .xml,
      "<Package \(metadata)><types><members>A</members><members>B</members><name>N</name></types></Package>\n",
      "<Package \(metadata)><types><name>N</name><members>B</members><members>A</members></types></Package>\n"
    ),
  ])
  func layoutIsNoEdit(language: TargetLanguage, one: String, other: String) {
    #expect(areEquivalent(one, other, language))
    #expect(areEquivalent(other, one, language))
  }

  @Test(arguments: [
    (TargetLanguage.apex, "class A {\n}\n", "class A {\n\n}\n"), (.apex, "a b\n", "a  b\n"),
    (.text, "a\nb\n", "b\na\n"), (.json, "{\"a\":1}\n", "{\"a\":\"1\"}\n"),
    (.json, "[1,2]\n", "[2,1]\n"), (.json, "{\"a\":1}\n", "{\"a\":1\n"),
    (.yaml, "a: 1\n", "a: '1'\n"), (.yaml, "a: 1\n", "a: 1 # mind this\n"),
    (.yaml, "- a\n- b\n", "- b\n- a\n"), (.xml, "<a><b/><c/></a>\n", "<a><c/><b/></a>\n"),
    (.xml, "<a/>\n", "<!-- mind this --><a/>\n"), (.xml, "<a/>\n", "<a/><!-- mind this -->\n"),
    (.xml, "<a><b/></a>\n", "<a><!-- mind this --><b/></a>\n"), (.xml, "<a>x y</a>\n", "<a>x  y</a>\n"),
    (
      .xml, "<ListView \(metadata)><columns>A</columns><columns>B</columns></ListView>\n",
      "<ListView \(metadata)><columns>B</columns><columns>A</columns></ListView>\n"
    ),
  ])
  func whatSaysSomethingElseIsAnEdit(language: TargetLanguage, one: String, other: String) {
    #expect(!areEquivalent(one, other, language))
    #expect(!areEquivalent(other, one, language))
  }
}
