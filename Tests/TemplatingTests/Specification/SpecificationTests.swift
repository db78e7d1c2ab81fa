import Diagnostics
import Templating
import Testing

/// The behaviours that the Mustache specification (github.com/mustache/spec, version 1.4) asks of
/// every implementation, each as a case.
@Suite struct SpecificationTests {
  @Test(arguments: commentCases) func comments(_ example: SpecificationCase) { check(example) }
  @Test(arguments: delimiterCases) func delimiters(_ example: SpecificationCase) { check(example) }
  @Test(arguments: interpolationCases) func interpolation(_ example: SpecificationCase) { check(example) }
  @Test(arguments: invertedCases) func invertedSections(_ example: SpecificationCase) { check(example) }
  @Test(arguments: partialCases) func partials(_ example: SpecificationCase) { check(example) }
  @Test(arguments: sectionCases) func sections(_ example: SpecificationCase) { check(example) }

  /// Fewer cases than the specification has would mean a behaviour that nobody looks at.
  @Test func everyBehaviourHasACase() {
    #expect(commentCases.count == 12)
    #expect(delimiterCases.count == 14)
    #expect(interpolationCases.count == 42)
    #expect(invertedCases.count == 22)
    #expect(partialCases.count == 12)
    #expect(sectionCases.count == 34)
  }

  private func check(_ example: SpecificationCase) {
    var bag = DiagnosticBag()
    let files = example.partials.map { (name: $0.0, file: SourceFile(name: $0.0, text: $0.1)) }
    let library = TemplateLibrary.parse(files, into: &bag)
    let template = Template.parse(SourceFile(name: "main", text: example.template), into: &bag)
    let result = template?.render(
      TemplateScope(example.context), partials: library, escaping: .xml, into: &bag)
    switch example.outcome {
    case .text(let expected):
      #expect(result == expected)
      #expect(bag.isEmpty)
    case .refused(let id):
      #expect(result == nil)
      #expect(bag.sorted.map(\.id) == [id])
    }
  }
}
