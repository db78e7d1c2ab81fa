import Diagnostics
import JSONSyntax
import YAMLSyntax

/// Walks a document and its shape side by side.
struct ShapeChecker {
  /// After so many errors the rest of the document is not looked at; so many warnings are shown.
  static let mostFindings = 100

  private(set) var findings: [Diagnostic] = []
  private(set) var errorCount = 0
  /// Whether there may be findings that are not shown.
  private(set) var isIncomplete = false

  /// Warnings do not count, so that no error is overlooked because of them.
  private var isFull: Bool { errorCount >= Self.mostFindings }

  mutating func check(_ node: YAMLNode, against shape: Shape, as subject: ShapeSubject) {
    guard !isFull else { return isIncomplete = true }
    switch shape.form {
    case .mapping(let mapping): check(node, against: mapping, of: shape, as: subject)
    case .dictionary(let dictionary): check(node, against: dictionary, of: shape, as: subject)
    case .list(let list): check(node, against: list, of: shape, as: subject)
    case .enumeration, .text, .boolean, .integer, .constant:
      for finding in ScalarCheck(shape: shape, node: node, subject: subject).findings() { add(finding) }
    case .choice(let alternatives): check(node, againstAnyOf: alternatives, of: shape, as: subject)
    case .anything: break
    case .reference(let reference): check(node, against: reference.shape(), as: subject)
    }
  }

  private mutating func add(_ finding: Diagnostic) {
    let isError = finding.severity == .error
    let earlier = isError ? errorCount : findings.count - errorCount
    guard earlier < Self.mostFindings else { return isIncomplete = true }
    findings.append(finding)
    if isError { errorCount += 1 }
  }

  private mutating func addWrongKind(
    _ node: YAMLNode, _ shape: Shape, _ subject: ShapeSubject, fix: Diagnostic.Fix? = nil
  ) {
    add(.wrongKind(node, shape, subject, fixes: fix.map { [$0] } ?? []))
  }
}

// MARK: - Mappings

extension ShapeChecker {
  private mutating func check(
    _ node: YAMLNode, against mapping: Shape.Mapping, of shape: Shape, as subject: ShapeSubject
  ) {
    guard node.kind == .mapping else { return addWrongKind(node, shape, subject) }
    var present: Set<String> = []
    var meant: Set<String> = []
    for entry in node.entries {
      guard let key = mapping.keys.first(where: { entry.key.textEquals($0.name) }) else {
        if let name = addUnknownKey(entry.key, of: node, mapping, subject) { meant.insert(name) }
        continue
      }
      present.insert(key.name)
      check(entry.value, against: key.shape, as: .value(of: entry.key))
    }
    // A missing key that a misspelt one stands for is reported once, as misspelt.
    for key in mapping.keys where key.isRequired && !present.contains(key.name) && !meant.contains(key.name) {
      add(.missingKey(key, in: node, subject))
    }
  }

  /// Reports a key that the mapping does not have, and gives the one that it probably meant.
  private mutating func addUnknownKey(
    _ key: YAMLNode, of node: YAMLNode, _ mapping: Shape.Mapping, _ subject: ShapeSubject
  ) -> String? {
    guard !isFull else {
      isIncomplete = true
      return nil
    }
    let names = mapping.keys.map(\.name)
    let meant = nearestSpelling(to: key.text ?? "", among: names.filter { node[$0] == nil })
    add(.unknownKey(key, meant: meant, known: names, id: mapping.unknownKey, subject))
    return meant
  }

  private mutating func check(
    _ node: YAMLNode, against dictionary: Shape.Dictionary, of shape: Shape, as subject: ShapeSubject
  ) {
    guard node.kind == .mapping else { return addWrongKind(node, shape, subject) }
    if node.entries.count < dictionary.minimum {
      add(.tooFew(node, dictionary.minimum, "entry", "entries", subject))
    }
    for entry in node.entries {
      if let pattern = dictionary.keys, !pattern.matches(entry.key.text ?? "") {
        add(.misspeltKey(entry.key, pattern, subject))
      }
      check(entry.value, against: dictionary.values, as: .value(of: entry.key))
    }
  }
}

// MARK: - Lists

extension ShapeChecker {
  private mutating func check(
    _ node: YAMLNode, against list: Shape.List, of shape: Shape, as subject: ShapeSubject
  ) {
    guard node.kind == .sequence else {
      return addWrongKind(node, shape, subject, fix: bracketing(node, for: list))
    }
    if node.elements.count < list.minimum { add(.tooFew(node, list.minimum, "item", "items", subject)) }
    for element in node.elements { check(element, against: list.items, as: .item(of: subject)) }
    if list.isUnique { checkUniqueness(of: node, subject) }
  }

  /// A single item in place of a list only lacks the brackets.
  private func bracketing(_ node: YAMLNode, for list: Shape.List) -> Diagnostic.Fix? {
    guard node.kind == .scalar, let text = node.text, list.minimum <= 1 else { return nil }
    var trial = ShapeChecker()
    trial.check(node, against: list.items, as: .document)
    guard trial.errorCount == 0 else { return nil }
    let replacement = "[" + (node.isPlain ? text : YAMLScalar.render(text)) + "]"
    return Diagnostic.Fix("write \(replacement)", edits: [.init(node.location, replacement: replacement)])
  }

  private mutating func checkUniqueness(of node: YAMLNode, _ subject: ShapeSubject) {
    var firsts: [JSONValue: YAMLNode] = [:]
    for element in node.elements {
      let value = element.schemaValue.canonical
      if let first = firsts[value] {
        add(.duplicateItem(element, first: first, subject))
      } else {
        firsts[value] = element
      }
    }
  }
}

// MARK: - Choices

extension ShapeChecker {
  /// The first alternative that has no error counts, one without a warning before all others. Where all have one,
  /// the alternatives for this kind of node are compared: the one that the keys of the node speak for explains what
  /// is wrong, or else the one with the fewest errors.
  private mutating func check(
    _ node: YAMLNode, againstAnyOf alternatives: [Shape], of shape: Shape, as subject: ShapeSubject
  ) {
    let candidates = alternatives.flatMap(\.alternatives).filter { $0.accepts(node.kind) }
    let trials = candidates.map { candidate in
      var trial = ShapeChecker()
      trial.check(node, against: candidate, as: subject)
      return trial
    }
    guard !trials.contains(where: { $0.findings.isEmpty }) else { return }
    if let accepted = trials.first(where: { $0.errorCount == 0 }) { return add(all: accepted) }
    let isOneScalar = node.kind == .scalar && candidates.count > 1
    let claims = AlternativeClaims(node, candidates)
    let ranked = zip(candidates.indices, trials).map { (claims.rank(of: $0), -$1.errorCount, $1) }
    guard !isOneScalar, let best = ranked.max(by: { ($0.0, $0.1) < ($1.0, $1.1) }) else {
      return add(.noAlternative(node, candidates, of: shape, subject))
    }
    add(all: best.2)
  }

  private mutating func add(all trial: ShapeChecker) {
    for finding in trial.findings { add(finding) }
    if trial.isIncomplete { isIncomplete = true }
  }
}

extension Shape {
  /// The shapes that a choice comes to, names and choices in it followed.
  fileprivate var alternatives: [Shape] {
    switch form {
    case .choice(let alternatives): alternatives.flatMap(\.alternatives)
    case .reference(let reference): reference.shape().alternatives
    case .mapping, .dictionary, .list, .enumeration, .text, .boolean, .integer, .constant, .anything: [self]
    }
  }

  fileprivate func accepts(_ kind: YAMLNode.Kind) -> Bool {
    switch form {
    case .mapping, .dictionary: kind == .mapping
    case .list: kind == .sequence
    case .enumeration, .text, .boolean, .integer: kind == .scalar
    case .constant, .anything, .choice, .reference: true
    }
  }
}
