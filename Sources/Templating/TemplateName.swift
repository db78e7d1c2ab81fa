package import Diagnostics

/// A name that a template uses, with its place.
package struct TemplateName: Sendable, Hashable {
  /// How a template uses a name.
  package enum Use: Sendable, Hashable, CaseIterable {
    case variable, unescapedVariable, section, invertedSection, partial
  }

  /// As it stands in the template, such as `flow.name`; `.` is the innermost value.
  package let text: String
  package let use: Use
  package let location: SourceLocation
}
