import Diagnostics
import Testing
import XMLSyntax

@Suite struct XMLDocumentTests {
  @Test func readsNamesAttributesAndText() throws {
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
    #expect(root.name.namespace == "urn:core")
    #expect(root.children.map(\.name.local) == ["listener", "flow"])
    #expect(root.nodes.contains(.comment(" note ")))
    let listener = try #require(root.children.first)
    #expect(listener.name.namespace == "urn:http")
    #expect(listener.attributes.map(\.name.local) == ["path", "mode"])
    #expect(listener.attributes.map(\.value) == ["/a&b", "x\"y"])
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

  @Test func aRelativeNamespaceIsAWarning() throws {
    var bag = DiagnosticBag()
    let document = XMLDocument.parse(SourceFile(name: "x.xml", text: "<a xmlns='core'/>"), into: &bag)
    #expect(bag.sorted.map(\.severity) == [.warning])
    #expect(document?.root.name.namespace == "core")
  }
}

/// The root of a document that is expected to be right.
func rootElement(of text: String) -> XMLElement? {
  var bag = DiagnosticBag()
  let document = XMLDocument.parse(SourceFile(name: "x.xml", text: text), into: &bag)
  #expect(bag.isEmpty, "\(bag.sorted.map(\.message))")
  return document?.root
}
