import JSONSyntax
import YAMLSyntax

extension Shape {
  /// What a value of the shape is called, with its article: "a list", "true or false".
  var words: String {
    switch form {
    case .mapping, .dictionary: "a mapping"
    case .list: "a list"
    case .enumeration(let enumeration): enumeration.words
    case .text(let text): text.pattern?.name ?? (text.isSingleLine ? "a text on one line" : "a text")
    case .boolean: "true or false"
    case .integer(let range): title ?? Self.words(for: range)
    case .constant(let value): value.rendered(indent: nil)
    case .choice(let alternatives): Self.words(for: alternatives.map(\.words))
    case .anything: "a value"
    case .reference(let reference): reference.shape().words
    }
  }

  /// Where an alternative has an "or" of its own, commas tell where it ends.
  private static func words(for alternatives: [String]) -> String {
    guard let last = alternatives.last, alternatives.contains(where: { $0.contains(" or ") }) else {
      return alternatives.joined(separator: " or ")
    }
    return alternatives.dropLast().map { $0 + ", " }.joined() + "or " + last
  }

  static func words(for range: ClosedRange<Int>) -> String {
    let all = Integers.all
    switch (range.lowerBound == all.lowerBound, range.upperBound == all.upperBound) {
    case (true, true): return "a whole number"
    case (true, false): return "a whole number of at most \(range.upperBound)"
    case (false, true): return "a whole number of at least \(range.lowerBound)"
    case (false, false): return "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }
  }
}

extension Shape.Enumeration {
  private static let fewValues = 5

  var words: String {
    let texts = values.map { "'\($0.text)'" }
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "nothing" }
    guard texts.count <= Self.fewValues else { return "one of its \(texts.count) values" }
    return texts.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension YAMLNode {
  private static let longestExcerpt = 40

  /// What the node is, with its article: "the text 'x'", "a list".
  var words: String {
    switch kind {
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    case .scalar: break
    }
    switch coreValue {
    case .null, nil: return "nothing"
    case .bool, .integer, .decimal: return excerpt
    case .string: return "the text \(excerpt)"
    }
  }

  /// The text of a scalar in quotes for a message, cut where it is long.
  var excerpt: String {
    let text = text ?? ""
    guard text.unicodeScalars.count > Self.longestExcerpt else { return Self.quoted(text) }
    let head = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestExcerpt)))
    return Self.quoted(head + "…")
  }

  /// Single quotes, as in all messages, unless something in the text needs escapes.
  private static func quoted(_ text: String) -> String {
    let escaped = YAMLScalar.quoted(text)
    return escaped.utf8.count == text.utf8.count + 2 ? "'\(text)'" : escaped
  }
}
