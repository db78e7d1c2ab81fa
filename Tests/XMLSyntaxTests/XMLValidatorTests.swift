import Diagnostics
import Testing
import XMLSyntax

@Suite struct XMLValidatorTests {
  private static let flows = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:h="urn:http" targetNamespace="urn:flows"
        elementFormDefault="qualified">
      <xs:import namespace="urn:http" schemaLocation="http.xsd"/>
      <xs:element name="flows">
        <xs:complexType>
          <xs:sequence>
            <xs:element ref="h:listener"/>
            <xs:element name="step" type="xs:int" maxOccurs="unbounded"/>
          </xs:sequence>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """
  private static let http = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:http">
      <xs:element name="listener">
        <xs:complexType><xs:attribute name="path" use="required"/></xs:complexType>
      </xs:element>
    </xs:schema>
    """

  @Test func acceptsWhatTheSchemasAllow() {
    #expect(
      findings(
        "<f:flows xmlns:f='urn:flows' xmlns='urn:http'><listener path='/a'/><f:step>1</f:step></f:flows>")
        == [])
  }

  @Test func reportsEverythingThatTheyForbidWithItsLine() {
    let text = """
      <flows xmlns="urn:flows" xmlns:h="urn:http">
        <h:listener/>
        <step>one</step>
        <other/>
      </flows>
      """
    let found = findings(text)
    #expect(found.map(\.id) == [.xmlInvalid, .xmlInvalid, .xmlInvalid])
    #expect(
      found.map(\.primary?.location.range.start) == [2, 3, 4].map { SourcePosition(line: $0, column: 3) })
    #expect(found.first?.primary?.location.file.name == "x.xml")
    #expect(found.first?.message.contains("'path' is required") == true)
    #expect(found.allSatisfy { !$0.message.contains("\n") })
  }

  @Test func aSchemaThatIsNotGivenIsAnErrorAndNotSought() {
    var bag = DiagnosticBag()
    let schemas = [(location: "flows.xsd", file: SourceFile(name: "flows.xsd", text: Self.flows))]
    #expect(!canRead(schemas, into: &bag))
    #expect(bag.sorted.map(\.message) == ["The schema 'http.xsd' is not among those given"])
    #expect(bag.sorted.first?.primary?.location.range.start == SourcePosition(line: 3, column: 3))
  }

  @Test func aWrongSchemaIsReportedInItsFile() {
    var bag = DiagnosticBag()
    let wrong = Self.http.replacing("use=\"required\"", with: "use=\"sometimes\"")
    let schemas = [
      (location: "flows.xsd", file: SourceFile(name: "a/flows.xsd", text: Self.flows)),
      (location: "http.xsd", file: SourceFile(name: "b/http.xsd", text: wrong)),
    ]
    #expect(!canRead(schemas, into: &bag))
    #expect(bag.sorted.first?.id == .xmlSchema)
    #expect(bag.sorted.first?.primary?.location.file.name == "b/http.xsd")
    #expect(bag.sorted.first?.primary?.location.range.start.line == 3)
  }

  @Test(arguments: ["", "<a/>", "<!DOCTYPE a><a/>", "<a>"])
  func whatIsNoSchemaIsReported(_ text: String) {
    var bag = DiagnosticBag()
    let file = SourceFile(name: "x.xsd", text: text)
    #expect(!canRead([(location: "x.xsd", file: file)], into: &bag))
    #expect(bag.hasErrors)
  }

  @Test func withoutSchemasThereIsNoValidator() {
    var bag = DiagnosticBag()
    #expect(!canRead([], into: &bag))
    #expect(bag.hasErrors)
  }

  /// A document cannot make the validator read a schema of its own choice.
  @Test func hintsInTheDocumentAreNotFollowed() {
    let hint =
      "xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='urn:x file:///etc/passwd'"
    let found = findings("<x xmlns='urn:x' \(hint)/>")
    #expect(found.map(\.id) == [.xmlInvalid])
  }

  private func findings(_ text: String) -> [Diagnostic] {
    var bag = DiagnosticBag()
    let schemas = [
      (location: "flows.xsd", file: SourceFile(name: "flows.xsd", text: Self.flows)),
      (location: "http.xsd", file: SourceFile(name: "http.xsd", text: Self.http)),
    ]
    guard let validator = XMLValidator.read(schemas, into: &bag),
      let document = XMLDocument.parse(SourceFile(name: "x.xml", text: text), into: &bag)
    else {
      Issue.record("\(bag.sorted.map(\.message))")
      return []
    }
    #expect(bag.isEmpty)
    #expect(validator.validate(document, into: &bag) == bag.isEmpty)
    return bag.sorted
  }
}

/// Whether the schemas are taken.
private func canRead(
  _ schemas: [(location: String, file: SourceFile)], into bag: inout DiagnosticBag
) -> Bool {
  guard let validator = XMLValidator.read(schemas, into: &bag) else { return false }
  _ = consume validator
  return true
}
