import Diagnostics
import Templating
import Testing

@Suite struct TemplateRenderTests {
  @Test func placesValuesEscapedAndUnescaped() {
    #expect(render("{{a}}|{{{a}}}|{{&a}}", ["a": "<"], escaping: .xml) == "&lt;|<|<")
    #expect(render("{{a}} {{b}}", ["a": true, "b": -3]) == "true -3")
  }

  @Test func onlyNullFalseAndTheEmptyListAreFalsey() {
    let template = "{{#x}}yes{{/x}}{{^x}}no{{/x}}"
    let falsey: [TemplateValue] = [nil, false, []]
    for value in falsey { #expect(render(template, ["x": value]) == "no") }
    let truthy: [TemplateValue] = [true, "", "false", 0, [nil], [:]]
    for value in truthy { #expect(render(template, ["x": value]) == "yes") }
  }

  @Test func theValuesUnderAnAbsentOptionalAreAbsentToo() {
    #expect(render("<{{#flow.id}}{{.}}{{/flow.id}}>", ["flow": nil]) == "<>")
    #expect(render("<{{^flow.id}}none{{/flow.id}}>", ["flow": nil]) == "<none>")
  }

  @Test func everyLineOfAnIndentedPartialIsIndentedInEveryRound() {
    let partials = [("p", "a:\n{{#list}}\n  - {{.}}\n{{/list}}\nz: {{#list}}x\n{{/list}}end")]
    let expected = "x {\n    a:\n      - 1\n      - 2\n    z: x\n    x\n    end\n}\n"
    #expect(render("x {\n    {{>p}}\n\n}\n", ["list": [1, 2]], partials: partials) == expected)
  }

  @Test func indentationAddsUpThroughPartials() {
    let partials = [
      ("outer", "o:\n  {{>inner}}\n  {{#list}}\n  {{>inner}}\n  {{/list}}\n"), ("inner", "i:\n  {{x}}\n"),
    ]
    #expect(
      render("root:\n  {{>outer}}\nend\n", ["x": "v", "list": [1, 2]], partials: partials)
        == "root:\n  o:\n    i:\n      v\n    i:\n      v\n    i:\n      v\nend\n")
  }

  @Test func blankLinesOfAnIndentedPartialStayBlank() {
    let partials = [("p", "a\n\nb\r\n\r\n{{x}}\nc\n")]
    #expect(render("  {{>p}}\n", ["x": ""], partials: partials) == "  a\n\n  b\r\n\r\n\n  c\n")
  }

  @Test func aPartialWithinALineTakesTheIndentationAroundIt() {
    let partials = [("outer", "x {{>inner}}\n"), ("inner", "1\n2")]
    #expect(render("  {{>outer}}\n", [:], partials: partials) == "  x 1\n  2\n")
  }

  @Test func escapingIsInheritedByPartialsAndSetBySections() {
    let partials = [("p", "{{x}};")]
    let template = "{{>p}}{{#escape.json}}{{x}}{{>p}}{{/escape.json}}{{x}}"
    #expect(
      render(template, ["x": "\"<"], partials: partials, escaping: .xml) == "&quot;&lt;;\\\"<\\\"<;&quot;&lt;"
    )
  }

  @Test func contextsWithinEachOtherAreEscapedFromTheInsideOutwards() {
    let template = "{{#escape.json.xml}}{{x}}{{/escape.json.xml}}"
    #expect(render(template, ["x": "\"<"], escaping: .text) == "\\&quot;&lt;")
  }

  @Test func anEscapingAloneOnItsLineLeavesNoLine() {
    #expect(render("a\n{{#escape.xml}}\n{{x}}\n{{/escape.xml}}\nb\n", ["x": "<"]) == "a\n&lt;\nb\n")
  }

  @Test func elementsKnowTheirPlaceInTheList() {
    let text = "{{#list}}{{index}}/{{number}} {{x}}{{#first}} first{{/first}}{{^last}}, {{/last}}{{/list}}"
    #expect(
      render(text, ["list": [["x": "a"], ["x": "b"], ["x": "c"]]]) == "0/1 a first, 1/2 b, 2/3 c")
  }

  @Test func aMemberOfAnElementGoesBeforeItsPlace() {
    #expect(
      render("{{#list}}{{number}}{{^last}} {{/last}}{{/list}}", ["list": [["number": 7], ["number": 5]]])
        == "7 5")
  }

  @Test func thePlaceIsThatOfTheInnermostElement() {
    let inner: TemplateValue = [["x": "a"], ["x": "b"]]
    let text = "{{#outer}}{{#inner}}{{index}}{{#object}}{{index}}{{/object}}{{/inner}};{{index}} {{/outer}}"
    let object: TemplateObject = ["inner": inner, "object": ["y": 1]]
    #expect(render(text, ["outer": [.object(object), .object(object)]]) == "0011;0 0011;1 ")
  }

  @Test func whatIsNoElementHasNoPlace() {
    let (result, findings) = attempt("{{#object}}{{first}}{{/object}}", ["object": ["x": 1]])
    #expect(result == nil)
    #expect(findings.map(\.id) == [.templateMissingName])
  }

  @Test func theLastLineEndsAsTheTemplateEnds() {
    #expect(render("a\n", [:]) == "a\n")
    #expect(render("a", [:]) == "a")
    #expect(render("", [:]) == "")
    #expect(render("a\r\n{{x}}\r\n", ["x": "b\nc"]) == "a\r\nb\nc\r\n")
  }
}

/// Renders a template that is expected to be right.
func render(
  _ text: String, _ context: TemplateValue, partials: [(String, String)] = [], escaping: Escaping = .text
) -> String? {
  let (result, findings) = attempt(text, context, partials: partials, escaping: escaping)
  #expect(findings.isEmpty, "\(findings.map(\.message))")
  return result
}

/// Renders a template, with what was reported.
func attempt(
  _ text: String, _ context: TemplateValue, partials: [(String, String)] = [], escaping: Escaping = .text
) -> (String?, [Diagnostic]) {
  var bag = DiagnosticBag()
  let files = partials.map { (name: $0.0, file: SourceFile(name: $0.0 + ".mustache", text: $0.1)) }
  let library = TemplateLibrary.parse(files, into: &bag)
  let template = Template.parse(SourceFile(name: "main.mustache", text: text), into: &bag)
  let result = template?.render(TemplateScope(context), partials: library, escaping: escaping, into: &bag)
  return (result, bag.sorted)
}
