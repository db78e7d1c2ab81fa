import Diagnostics
import Templating
import Testing

@Suite struct RenderFindingsTests {
  @Test func aMissingNameSaysWhereAndWhatWasMeant() throws {
    let (result, findings) = attempt("a\n  {{flow.nmae}}\n", ["flow": ["name": "x", "other": 1]])
    #expect(result == nil)
    let finding = try #require(findings.first)
    #expect(finding.id == .templateMissingName)
    #expect(finding.message == "'flow.nmae' is not in the context")
    #expect(finding.primary?.location.range == SourceRange(line: 2, columns: 3..<16))
    #expect(finding.notes == ["'flow' holds name, other"])
    #expect(finding.fixes.map(\.summary) == ["Did you mean 'flow.name'?"])
    #expect(finding.fixes.first?.edits.first?.location.range == SourceRange(line: 2, columns: 5..<14))
  }

  @Test func namesAreSuggestedFromTheWholeScope() throws {
    let (_, findings) = attempt("{{#inner}}{{tilte}}{{/inner}}", ["title": "x", "inner": ["a": 1]])
    #expect(findings.first?.fixes.map(\.summary) == ["Did you mean 'title'?"])
    #expect(findings.first?.notes == ["The context holds a, inner, title"])
  }

  @Test func aFindingInAPartialNamesTheChainOfInclusions() throws {
    let partials = [("outer", "\n{{>inner}}"), ("inner", "{{nowhere}}")]
    let (_, findings) = attempt("x {{>outer}}", [:], partials: partials)
    let finding = try #require(findings.first)
    #expect(finding.primary?.location.file.name == "inner.mustache")
    #expect(finding.secondary.map(\.location.file.name) == ["outer.mustache", "main.mustache"])
    #expect(finding.secondary.map(\.location.range.start.line) == [2, 1])
    #expect(finding.secondary.map(\.text) == ["included here", "included here"])
  }

  @Test func everythingIsReportedOnceInOneRun() {
    let template = "{{#list}}{{a}}{{b}}{{/list}}{{list}}{{c}}{{>p}}{{#d}}{{/d}}{{^e}}{{/e}}"
    let (result, findings) = attempt(template, ["list": [1, 2, 3], "a": nil, "c": [:]])
    #expect(result == nil)
    #expect(
      findings.map(\.id) == [
        .templateNullValue, .templateMissingName, .templateNotText, .templateNotText,
        .templateMissingPartial, .templateMissingName, .templateMissingName,
      ])
    #expect(findings[2].message == "'list' is a list, not a text")
    #expect(findings[3].message == "'c' is an object, not a text")
  }

  @Test func aNameUnderAScalarIsMissing() {
    #expect(attempt("{{a.b}}", ["a": "text"]).1.map(\.id) == [.templateMissingName])
  }

  @Test func partialsWithoutEndAreStopped() throws {
    let (result, findings) = attempt("{{>p}}", [:], partials: [("p", "x{{>p}}")])
    #expect(result == nil)
    #expect(findings.map(\.id) == [.templateEndlessPartials])
    #expect(findings.first?.secondary.count == 64)
  }

  @Test func aTreeMayBeAsDeepAsTheBound() {
    var tree: TemplateValue = ["below": []]
    for _ in 0..<62 { tree = ["below": [tree]] }
    let partials = [("tree", "({{#below}}{{>tree}}{{/below}})")]
    #expect(render("{{>tree}}", tree, partials: partials)?.utf8.count == 126)
  }

  @Test func partialsThatMultiplyAreStopped() {
    let partials = (0..<40).map { ("p\($0)", "{{>p\($0 + 1)}}{{>p\($0 + 1)}}") } + [("p40", "")]
    let (result, findings) = attempt("{{>p0}}", [:], partials: partials)
    #expect(result == nil)
    #expect(findings.allSatisfy { $0.id == .templateEndlessPartials })
  }
}
