/// How a text is spelt: one regular expression, which the JSON Schema carries and the check runs.
///
/// The dialect is the common part of all JSON Schema readers, so that all of them agree: `^…$` around
/// the whole, literals, classes such as `[a-z0-9_-]` and `[^/]`, groups, `|` inside a group, and the
/// quantifiers `?`, `*`, `+`, `{n}`, `{n,}` and `{n,m}`. There is no `.`, no `\d` and no lookaround.
package struct TextPattern: Sendable {
  /// What such a text is, with its article: "a duration such as 15m".
  package let name: String
  /// The regular expression.
  package let expression: String
  let program: PatternProgram

  /// A pattern that the program itself states; a fault in it is a fault of the program.
  package init(_ name: String, _ expression: StaticString) {
    guard let pattern = TextPattern(name, parsing: expression.description) else {
      preconditionFailure("'\(expression)' is outside the dialect of text patterns")
    }
    self = pattern
  }

  /// A pattern out of a file; `nil` where the expression is outside the dialect.
  package init?(_ name: String, parsing expression: String) {
    guard let program = PatternProgram(expression) else { return nil }
    self.name = name
    self.expression = expression
    self.program = program
  }

  /// Whether the whole text is spelt so, and has no line break.
  package func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }

  /// Whether a text in UTF-8 is spelt so.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    !text.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } && program.matches(text)
  }
}
