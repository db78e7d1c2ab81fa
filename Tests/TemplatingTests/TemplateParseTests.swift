import Diagnostics
import Templating
import Testing

@Suite struct TemplateParseTests {
  @Test(arguments: [
    ("a {{name", DiagnosticID.templateUnclosedTag, 1, 3),
    ("a {{name\nof}} {{x}}", .templateUnclosedTag, 1, 3),
    ("{{{name}} ", .templateUnclosedTag, 1, 1),
    ("é\n  {{! never ends", .templateUnclosedTag, 2, 3),
    ("{{}}", .templateBadName, 1, 1),
    ("{{a b}}", .templateBadName, 1, 1),
    ("{{a..b}}", .templateBadName, 1, 1),
    ("{{a|upper}}", .templateBadName, 1, 1),
    ("é{{f()}}", .templateBadName, 1, 2),
    ("{{>}}", .templateBadName, 1, 1),
    ("{{<layout}}", .templateUnsupportedTag, 1, 1),
    ("{{$block}}", .templateUnsupportedTag, 1, 1),
    ("{{>*dynamic}}", .templateUnsupportedTag, 1, 1),
    ("{{=<% %> x=}}", .templateBadDelimiters, 1, 1),
    ("{{=<%=}}", .templateBadDelimiters, 1, 1),
    ("x\n{{#a}}\n", .templateUnclosedSection, 2, 1),
    ("{{/a}}", .templateWrongClose, 1, 1),
    ("{{escape.xml}}", .templateReservedName, 1, 1),
    ("{{^escape.xml}}{{/escape.xml}}", .templateReservedName, 1, 1),
    ("{{#escape.xmll}}{{/escape.xmll}}", .templateUnknownEscaping, 1, 1),
    ("{{#escape.}}{{/escape.}}", .templateUnknownEscaping, 1, 1),
    ("\u{FEFF}x", .templateEncoding, 1, 1),
  ])
  func reportsThePlace(_ text: String, id: DiagnosticID, line: Int, column: Int) {
    let findings = findings(text)
    #expect(findings.map(\.id) == [id])
    #expect(findings.first?.primary?.location.range.start == SourcePosition(line: line, column: column))
    #expect(findings.first?.primary?.location.file.name == "t.mustache")
  }

  @Test func reportsEverythingInOneRun() {
    let findings = findings("{{}}\n{{#a}}\n{{b c}}\n{{/d}}\n{{e")
    #expect(
      findings.map(\.id) == [
        .templateBadName, .templateUnclosedSection, .templateBadName, .templateWrongClose,
        .templateUnclosedTag,
      ])
  }

  @Test func aWrongClosePointsToTheOpeningAndMendsIt() throws {
    let finding = try #require(findings("\n  {{#flow}}\n  {{/flwo}}\n{{/flow}}").first)
    #expect(finding.id == .templateWrongClose)
    #expect(finding.message == "'flwo' is closed where 'flow' is open")
    #expect(finding.secondary.map(\.location.range.start) == [SourcePosition(line: 2, column: 3)])
    let edit = try #require(finding.fixes.first?.edits.first)
    #expect(edit.replacement == "flow")
    #expect(edit.location.range == SourceRange(line: 3, columns: 6..<10))
  }

  @Test func crossedSectionsAreReportedOnce() {
    let findings = findings("{{#a}}{{#b}}{{/a}}")
    #expect(findings.map(\.message) == ["Section 'b' is not closed before 'a' is"])
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    var bag = DiagnosticBag()
    let file = SourceFile(name: "t.mustache", contents: Array("ab\n{{x}}".utf8) + [0xFF])
    #expect(Template.parse(file, into: &bag) == nil)
    #expect(bag.sorted.first?.id == .templateEncoding)
    #expect(bag.sorted.first?.primary?.location.range.start == SourcePosition(line: 2, column: 6))
  }

  @Test func sectionsNestToABound() {
    let fair = nested(32)
    #expect(findings(fair).isEmpty)
    #expect(findings(nested(33)).map(\.id) == [.templateNestedTooDeep])
    #expect(findings(nested(20_000)).map(\.id).first == .templateNestedTooDeep)
  }

  @Test func namesAreListedWithTheirPlaces() throws {
    var bag = DiagnosticBag()
    let text =
      "{{a.b}}{{{c}}}\n{{#d}}{{^ e }}{{/ e }}{{/d}}{{! no }}{{>p/q}}{{#escape.json}}{{.}}{{/escape.json}}"
    let template = try #require(Template.parse(SourceFile(name: "t", text: text), into: &bag))
    #expect(template.names.map(\.text) == ["a.b", "c", "d", "e", "p/q", "."])
    #expect(
      template.names.map(\.use) == [
        .variable, .unescapedVariable, .section, .invertedSection, .partial, .variable,
      ])
    #expect(template.names[2].location.range == SourceRange(line: 2, columns: 1..<7))
  }

  @Test func aLibraryReportsPartialsThatItDoesNotHold() {
    var bag = DiagnosticBag()
    let library = TemplateLibrary.parse(
      [
        (name: "header", file: SourceFile(name: "header.mustache", text: "{{>footer}}")),
        (name: "main", file: SourceFile(name: "main.mustache", text: "a\n {{>haeder}}")),
      ], into: &bag)
    library.checkPartials(into: &bag)
    #expect(library.names == ["header", "main"])
    #expect(bag.sorted.map(\.message) == ["There is no partial 'footer'", "There is no partial 'haeder'"])
    #expect(bag.sorted.last?.fixes.first?.edits.first?.replacement == "header")
  }

  private func nested(_ depth: Int) -> String {
    String(repeating: "{{#a}}", count: depth) + String(repeating: "{{/a}}", count: depth)
  }

  private func findings(_ text: String) -> [Diagnostic] {
    var bag = DiagnosticBag()
    let template = Template.parse(SourceFile(name: "t.mustache", text: text), into: &bag)
    #expect((template == nil) == bag.hasErrors)
    return bag.sorted
  }
}
