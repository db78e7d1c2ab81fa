import Diagnostics
import Templating
import Testing

@Suite struct TemplateRenderTests {
  @Test func placesValuesEscapedAndUnescaped() throws {
    let result = render("{{a}}|{{{a}}}|{{&a}}", ["a": "<"], escaping: .xml)
    #expect(result == "&lt;|<|<")
  }
}

/// Renders a template that is expected to be right.
func render(
  _ text: String, _ context: TemplateValue, partials: [(String, String)] = [], escaping: Escaping = .text
) -> String? {
  var bag = DiagnosticBag()
  let files = partials.map { (name: $0.0, file: SourceFile(name: $0.0, text: $0.1)) }
  let library = TemplateLibrary.parse(files, into: &bag)
  let template = Template.parse(SourceFile(name: "main", text: text), into: &bag)
  let result = template?.render(context, partials: library, escaping: escaping, into: &bag)
  #expect(bag.isEmpty, "\(bag.sorted.map(\.message))")
  return result
}
