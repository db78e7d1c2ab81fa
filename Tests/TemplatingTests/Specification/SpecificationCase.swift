import Diagnostics
import Templating
import Testing

/// One behaviour of the Mustache specification, in a template of our own.
struct SpecificationCase: Sendable, CustomTestStringConvertible {
  /// What has to come of it.
  enum Outcome: Sendable {
    case text(String)
    /// Where the specification renders nothing and this engine, being strict, refuses.
    case refused(DiagnosticID)
  }

  let behaviour: String
  let template: String
  let context: TemplateValue
  let partials: [(String, String)]
  let outcome: Outcome

  init(
    _ behaviour: String, _ template: String, _ context: TemplateValue = [:],
    partials: [(String, String)] = [], gives expected: String
  ) {
    (self.behaviour, self.template, self.context) = (behaviour, template, context)
    (self.partials, outcome) = (partials, .text(expected))
  }

  init(
    _ behaviour: String, _ template: String, _ context: TemplateValue = [:],
    partials: [(String, String)] = [], refusedAs id: DiagnosticID
  ) {
    (self.behaviour, self.template, self.context) = (behaviour, template, context)
    (self.partials, outcome) = (partials, .refused(id))
  }

  var testDescription: String { behaviour }
}
