import Diagnostics
import Testing
import XMLSyntax

@Suite struct XMLDocumentTests {
  @Test func readsNamesAttributesTextAndLines() throws {
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <mule xmlns="urn:core" xmlns:http="urn:http">
        <!-- note -->
        <http:listener path="/a&amp;b" http:mode='x"y'/>
        <flow name="f"><![CDATA[a < b]]> &amp; c&#10;<?go now?></flow>
      </mule>
      """
    let root = try #require(rootElement(of: text))
    #expect(root.name.local == "mule")
    #expect(root.name.prefix == nil)
    #expect(root.name.namespace == "urn:core")
    #expect(root.children.map(\.name.qualified) == ["http:listener", "flow"])
    #expect(root.children.map(\.line) == [4, 5])
    #expect(root.nodes.contains(.comment(" note ")))
    let listener = try #require(root.children.first)
    #expect(listener.name.namespace == "urn:http")
    #expect(listener.attribute("path") == "/a&b")
    #expect(listener.attribute("http:mode") == "x\"y")
    #expect(listener.attribute("mode") == nil)
    #expect(listener.attributes.map(\.name.namespace) == [nil, "urn:http"])
    let flow = try #require(root.children("flow").first)
    #expect(flow.text == "a < b & c\n")
    #expect(flow.nodes.last == .instruction(target: "go", content: "now"))
  }

  @Test(arguments: [
    ("<a>\n  <b></c>\n</a>", 2, 10),
    ("<a>", 1, 4),
    ("", 1, 1),
    ("<a x='1' x='2'/>", 1, 15),
    ("<a>é&nbsp;</a>", 1, 11),
    ("<a>\u{1}</a>", 1, 4),
    ("<a/><b/>", 1, 5),
    ("<p:a/>", 1, 5),
  ])
  func reportsWhatIsNotWellFormed(_ text: String, line: Int, column: Int) {
    var bag = DiagnosticBag()
    let root = XMLDocument.parse(SourceFile(name: "x.xml", text: text), into: &bag)?.root
    #expect(root == nil)
    let first = bag.sorted.first
    #expect(first?.id == .xmlSyntax)
    #expect(first?.primary?.location.range.start == SourcePosition(line: line, column: column))
    #expect(first?.message.contains("\n") == false)
  }

  @Test func canonicalFormsAreEqualForWhatMeansTheSame() throws {
    let one = try #require(canonical("<a y='1' x=\"&#65;\"><b/><![CDATA[<]]><!-- c --></a>"))
    let other = try #require(canonical("<?xml version='1.0'?>\n<a\n  x='A' y='1'><b></b>&lt;</a>\n"))
    #expect(one == other)
    #expect(one == "<a x=\"A\" y=\"1\"><b></b>&lt;</a>")
    #expect(canonical("<a> <b/></a>") != canonical("<a><b/></a>"))
  }

  @Test func aRelativeNamespaceIsAWarningAndHasNoCanonicalForm() throws {
    var bag = DiagnosticBag()
    let file = SourceFile(name: "x.xml", text: "<a xmlns='core'/>")
    guard let document = XMLDocument.parse(file, into: &bag) else {
      Issue.record("not read")
      return
    }
    #expect(bag.sorted.map(\.severity) == [.warning])
    #expect(document.root.name.namespace == "core")
    #expect(document.canonical() == nil)
  }
}

/// The root of a document that is expected to be right.
func rootElement(of text: String) -> XMLElement? {
  var bag = DiagnosticBag()
  let document = XMLDocument.parse(SourceFile(name: "x.xml", text: text), into: &bag)
  #expect(bag.isEmpty, "\(bag.sorted.map(\.message))")
  return document?.root
}

private func canonical(_ text: String) -> String? {
  var bag = DiagnosticBag()
  return XMLDocument.parse(SourceFile(name: "x.xml", text: text), into: &bag)?.canonical()
}
