/// Text with the few distinctions that every format can show.
package struct RichText: Sendable, Hashable, ExpressibleByStringInterpolation {
  package private(set) var spans: [Span]

  /// A stretch of text of one kind.
  package struct Span: Sendable, Hashable {
    package let text: String
    package let style: Style
  }

  /// How a stretch of text is set apart.
  package enum Style: Sendable, Hashable {
    case plain, strong, code, quiet, good, bad
    /// Running text in which code stands between single backticks.
    case prose
    case link(url: String)
  }

  package init(_ text: String, _ style: Style = .plain) { spans = [Span(text: text, style: style)] }
  package init(stringLiteral text: String) { self.init(text) }
  package init(stringInterpolation parts: StringInterpolation) { spans = parts.spans }

  package static func + (left: RichText, right: RichText) -> RichText {
    var sum = left
    sum.spans += right.spans
    return sum
  }

  /// The text without its distinctions.
  package var plain: String { spans.map(\.text).joined() }

  /// Gathers the parts of a string literal, such as `"\("id", .code) wins"`.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var spans: [Span] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { spans.append(Span(text: text, style: .plain)) }
    }

    package mutating func appendInterpolation(_ text: String, _ style: Style = .plain) {
      spans.append(Span(text: text, style: style))
    }

    package mutating func appendInterpolation(_ number: Int) { appendInterpolation(String(number)) }

    package mutating func appendInterpolation(_ text: RichText) { spans += text.spans }
  }
}

extension [RichText] {
  /// The texts in a row with a separator between them.
  package func joined(separator: RichText) -> RichText {
    guard var sum = first else { return "" }
    for text in dropFirst() { sum = sum + separator + text }
    return sum
  }
}
