import Diagnostics
import JSONSyntax
import YAMLSyntax

extension Diagnostic {
  static func wrongKind(
    _ node: YAMLNode, _ shape: Shape, _ subject: ShapeSubject, fixes: [Fix] = []
  ) -> Diagnostic {
    let expected = shape.words
    let isEmpty = node.kind == .scalar && node.coreValue == .null
    let message =
      isEmpty
      ? "\(subject.words) has no value; expected \(expected)"
      : "\(subject.words) must be \(expected), not \(node.words)"
    return Diagnostic(
      .shapeKind, message, at: isEmpty ? subject.place ?? node.location : node.location,
      notes: shape.expectations, fixes: fixes)
  }

  static func missingKey(_ key: Shape.Key, in node: YAMLNode, _ subject: ShapeSubject) -> Diagnostic {
    let first = node.entries.first { _ in true }?.key.location
    return Diagnostic(
      key.missing, "\(subject.words) lacks the key '\(key.name)'",
      at: subject.place ?? first ?? node.location,
      notes: [key.description, "Expected \(key.shape.words)"].compactMap { $0 })
  }

  static func unknownKey(
    _ key: YAMLNode, meant: String?, known: [String], id: DiagnosticID, _ subject: ShapeSubject
  ) -> Diagnostic {
    let question = meant.map { "; did you mean '\($0)'?" } ?? ""
    return Diagnostic(
      id, "\(subject.words) has no key \(key.excerpt)" + question, at: key.location,
      notes: [listing("The keys are", known)], fixes: meant.map { [.writing($0, for: key)] } ?? [])
  }

  static func misspeltKey(_ key: YAMLNode, _ pattern: TextPattern, _ subject: ShapeSubject) -> Diagnostic {
    Diagnostic(
      .shapeKeySpelling, "A key of \(subject.words) must be \(pattern.name), not \(key.excerpt)",
      at: key.location)
  }

  static func tooFew(
    _ node: YAMLNode, _ minimum: Int, _ one: String, _ many: String, _ subject: ShapeSubject
  ) -> Diagnostic {
    Diagnostic(
      .shapeCount, "\(subject.words) must have at least \(minimum) \(minimum == 1 ? one : many)",
      at: node.location)
  }

  static func duplicateItem(_ node: YAMLNode, first: YAMLNode, _ subject: ShapeSubject) -> Diagnostic {
    let what = node.kind == .scalar ? node.excerpt : "an equal item"
    return Diagnostic(
      .shapeDuplicateItem, "\(subject.words) has \(what) twice", at: node.location,
      secondary: [.init(first.location, "first given here")])
  }

  static func noAlternative(
    _ node: YAMLNode, _ candidates: [Shape], of shape: Shape, _ subject: ShapeSubject
  ) -> Diagnostic {
    let known = candidates.flatMap(\.enumeratedValues)
    guard node.kind == .scalar, let meant = nearestSpelling(to: node.text ?? "", among: known) else {
      return wrongKind(node, shape, subject)
    }
    return Diagnostic(
      .shapeUnknownValue, "\(subject.words) cannot be \(node.excerpt); did you mean '\(meant)'?",
      at: node.location, notes: ["Expected \(shape.words)"] + shape.expectations,
      fixes: [.writing(YAMLScalar.render(meant), for: node)])
  }
}

// MARK: - Scalars

extension Diagnostic {
  static func unknownValue(
    _ node: YAMLNode, among known: [String], id: DiagnosticID, _ subject: ShapeSubject
  ) -> Diagnostic {
    let text = node.text ?? ""
    let holding = names(holding: text, among: known)
    let meant =
      holding.isEmpty ? nearestSpelling(to: text, among: known) : holding.count == 1 ? holding[0] : nil
    let question = meant.map { "; did you mean '\($0)'?" } ?? ""
    return Diagnostic(
      id, "\(subject.words) cannot be \(node.excerpt)" + question, at: node.location,
      notes: [listing("The values are", holding + known.filter { !holding.contains($0) })],
      fixes: meant.map { [.writing(YAMLScalar.render($0), for: node)] } ?? [])
  }

  static func quotesNeeded(_ node: YAMLNode, _ quoted: String, _ subject: ShapeSubject) -> Diagnostic {
    let kind = if case .bool = node.coreValue { "a boolean" } else { "a number" }
    return Diagnostic(
      .shapeKind, "\(subject.words) must be a text; without quotes \(node.excerpt) is \(kind)",
      at: node.location, fixes: [.writing(quoted, for: node)])
  }

  static func ambiguous(
    _ node: YAMLNode, _ reason: String, preferred: String, _ subject: ShapeSubject
  ) -> Diagnostic {
    Diagnostic(
      .shapeAmbiguous, "\(subject.words) is better written \(preferred): \(reason)", severity: .warning,
      at: node.location, fixes: [.writing(preferred, for: node)])
  }

  static func wrongLength(
    _ node: YAMLNode, _ count: Int, _ allowed: ClosedRange<Int>, _ subject: ShapeSubject
  ) -> Diagnostic {
    let message =
      if count == 0 {
        "\(subject.words) must not be empty"
      } else if count < allowed.lowerBound {
        "\(subject.words) must have at least \(allowed.lowerBound) characters and has \(count)"
      } else {
        "\(subject.words) must have at most \(allowed.upperBound) characters and has \(count)"
      }
    return Diagnostic(.shapeText, message, at: node.location)
  }

  static func severalLines(_ node: YAMLNode, _ subject: ShapeSubject) -> Diagnostic {
    Diagnostic(.shapeText, "\(subject.words) must be a text on one line", at: node.location)
  }

  static func misspeltText(_ node: YAMLNode, _ pattern: TextPattern, _ subject: ShapeSubject) -> Diagnostic {
    Diagnostic(
      .shapeText, "\(subject.words) must be \(pattern.name), not \(node.excerpt)", at: node.location,
      notes: ["It is spelt as \(pattern.expression)"])
  }

  static func outOfRange(_ node: YAMLNode, _ shape: Shape, _ subject: ShapeSubject) -> Diagnostic {
    Diagnostic(.shapeRange, "\(subject.words) must be \(shape.words), not \(node.excerpt)", at: node.location)
  }

  static func wrongConstant(_ node: YAMLNode, _ shape: Shape, _ subject: ShapeSubject) -> Diagnostic {
    Diagnostic(
      .shapeUnknownValue, "\(subject.words) must be \(shape.words), not \(node.words)", at: node.location,
      fixes: [.writing(shape.words, for: node)])
  }

  private static let mostListed = 24

  fileprivate static func listing(_ introduction: String, _ names: [String]) -> String {
    let more = names.count > mostListed ? " and \(names.count - mostListed) more" : ""
    return "\(introduction) " + names.prefix(mostListed).joined(separator: ", ") + more
  }
}

extension Diagnostic.Fix {
  /// Replaces a node by another spelling.
  static func writing(_ spelling: String, for node: YAMLNode) -> Diagnostic.Fix {
    Diagnostic.Fix("write \(spelling)", edits: [.init(node.location, replacement: spelling)])
  }
}

extension Shape {
  /// The texts of the enumerations in the shape.
  fileprivate var enumeratedValues: [String] {
    switch form {
    case .enumeration(let enumeration): enumeration.values.map(\.text)
    case .choice(let alternatives): alternatives.flatMap(\.enumeratedValues)
    case .reference(let reference): reference.shape().enumeratedValues
    case .mapping, .dictionary, .list, .text, .boolean, .integer, .constant, .anything: []
    }
  }

  /// The values to choose from, where the words for the shape do not list them.
  fileprivate var expectations: [String] {
    let values = enumeratedValues
    return values.count > 5 ? [Diagnostic.listing("The values are", values)] : []
  }
}
