import Diagnostics
import JSONSyntax
import YAMLSyntax

/// The check of one node against a shape that only scalars have.
struct ScalarCheck {
  let shape: Shape
  let node: YAMLNode
  let subject: ShapeSubject

  func findings() -> [Diagnostic] {
    let errors = errors()
    guard errors.isEmpty, let ambiguity = ambiguity else { return errors }
    return [ambiguity]
  }

  private func errors() -> [Diagnostic] {
    switch shape.form {
    case .enumeration(let enumeration): errors(against: enumeration)
    case .text(let text): errors(against: text)
    case .boolean: booleanErrors()
    case .integer(let range): errors(against: range)
    case .constant(let value): errors(against: value)
    case .mapping, .dictionary, .list, .choice, .anything, .reference: []
    }
  }

  private var wrongKind: Diagnostic { .wrongKind(node, shape, subject) }

  /// Readers that disagree about a spelling are worth a warning, whatever the shape.
  private var ambiguity: Diagnostic? {
    guard node.kind == .scalar else { return nil }
    if let reason = node.ambiguity { return .ambiguous(node, reason, preferred: preferredSpelling, subject) }
    guard case .text = shape.form, node.isSeparatedInteger else { return nil }
    let reason = "\(node.excerpt) is a number to some YAML readers"
    return .ambiguous(node, reason, preferred: preferredSpelling, subject)
  }

  private var preferredSpelling: String {
    if case .integer = shape.form, let number = node.integer { return String(number) }
    return YAMLScalar.quoted(node.text ?? "")
  }
}

// MARK: - Texts

extension ScalarCheck {
  /// The text, if a JSON Schema reader sees a text there too.
  private var text: String? {
    if case .string(let text) = node.coreValue { return text }
    return node.isSeparatedInteger ? node.text : nil
  }

  private func errors(against rule: Shape.Text) -> [Diagnostic] {
    guard let text else { return [textNeeded(spelt: rule.pattern)] }
    var errors: [Diagnostic] = []
    let count = text.unicodeScalars.count
    if !rule.length.contains(count) { errors.append(.wrongLength(node, count, rule.length, subject)) }
    if rule.isSingleLine, text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) {
      errors.append(.severalLines(node, subject))
    } else if let pattern = rule.pattern, !pattern.matches(text), errors.isEmpty {
      errors.append(.misspeltText(node, pattern, subject))
    }
    return errors
  }

  /// A number or a boolean in place of a text only lacks the quotes, unless those would not help either.
  private func textNeeded(spelt pattern: TextPattern? = nil) -> Diagnostic {
    guard node.kind == .scalar, let text = node.text, node.coreValue != .null else { return wrongKind }
    if let pattern, !pattern.matches(text) { return .misspeltText(node, pattern, subject) }
    return .quotesNeeded(node, YAMLScalar.quoted(text), subject)
  }

  private func errors(against enumeration: Shape.Enumeration) -> [Diagnostic] {
    if let text, enumeration.values.contains(where: { $0.text == text }) { return [] }
    guard node.kind == .scalar, node.coreValue != .null else { return [wrongKind] }
    if text == nil, enumeration.values.contains(where: { node.textEquals($0.text) }) { return [textNeeded()] }
    return [
      .unknownValue(node, among: enumeration.values.map(\.text), id: enumeration.unknownValue, subject)
    ]
  }
}

// MARK: - Booleans, numbers, constants

extension ScalarCheck {
  private func booleanErrors() -> [Diagnostic] {
    if case .bool = node.coreValue { return [] }
    let spelling: String? =
      switch node.text?.lowercased() {
      case "yes", "on", "y", "true": "true"
      case "no", "off", "n", "false": "false"
      case .some, nil: nil
      }
    return [.wrongKind(node, shape, subject, fixes: spelling.map { [.writing($0, for: node)] } ?? [])]
  }

  private func errors(against range: ClosedRange<Int>) -> [Diagnostic] {
    if let number = node.integer {
      return range.contains(number) ? [] : [.outOfRange(node, shape, subject)]
    }
    if case .string(let text) = node.coreValue, let number = Int(text), range.contains(number) {
      return [.wrongKind(node, shape, subject, fixes: [.writing(String(number), for: node)])]
    }
    return [wrongKind]
  }

  private func errors(against constant: JSONValue) -> [Diagnostic] {
    node.schemaValue.canonical == constant.canonical ? [] : [.wrongConstant(node, shape, subject)]
  }
}
