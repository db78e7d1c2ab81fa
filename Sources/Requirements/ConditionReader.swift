package import Diagnostics
package import YAMLSyntax

extension DiagnosticID {
  package static let unknownRequirement: DiagnosticID = "condition/unknown-requirement"
  package static let unknownAnswer: DiagnosticID = "condition/unknown-answer"
  package static let untestableRequirement: DiagnosticID = "condition/untestable-requirement"
  package static let malformedCondition: DiagnosticID = "condition/malformed"
}

/// Reads conditions and sets of answers that name requirements as `section.key`.
package struct ConditionReader {
  private let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// A conjunction of closed tests; those that cannot be read are reported and left out.
  package func readPredicate(_ node: YAMLNode, into bag: inout DiagnosticBag) -> Predicate {
    guard node.kind == .mapping else {
      bag.add(
        Diagnostic(
          .malformedCondition, "a condition is a mapping from section.key to a test", at: node.location))
      return Predicate(tests: [])
    }
    var tests: [RequirementTest] = []
    for entry in node.entries {
      guard let index = requirement(entry.key, into: &bag) else { continue }
      guard let accepts = readTest(entry.value, of: index, into: &bag) else { continue }
      tests.append(RequirementTest(requirement: index, accepts: accepts))
    }
    return Predicate(tests: tests.sorted { $0.requirement < $1.requirement })
  }

  /// Answers by `section.key`, as the examples of rules give them.
  package func readAnswers(_ node: YAMLNode, into bag: inout DiagnosticBag) -> Answers {
    var answers = Answers(count: vocabulary.requirements.count)
    for entry in node.entries {
      guard let index = requirement(entry.key, into: &bag) else { continue }
      answers[index] = readAnswer(entry.value, of: index, into: &bag)
    }
    return answers
  }

  /// One answer, reported where it is none.
  package func readAnswer(_ node: YAMLNode, of index: Int, into bag: inout DiagnosticBag) -> Answer? {
    let requirement = vocabulary[index]
    let answer = requirement.readAnswer(node)
    if answer == nil { reportAnswer(node, requirement, into: &bag) }
    return answer
  }

  /// The index of the requirement that a node names as `section.key`.
  package func requirement(_ node: YAMLNode, into bag: inout DiagnosticBag) -> Int? {
    let name = node.text ?? ""
    if let index = vocabulary.index(named: name) { return index }
    let near = nearestSpelling(to: name, among: vocabulary.requirements.map(\.id.description))
    bag.add(
      Diagnostic(
        .unknownRequirement, "'\(name)' is no requirement of the vocabulary", at: node.location,
        fixes: near.map {
          [Diagnostic.Fix("did you mean '\($0)'?", edits: [.init(node.location, replacement: $0)])]
        } ?? []))
    return nil
  }

  // MARK: Tests

  private func readTest(_ node: YAMLNode, of index: Int, into bag: inout DiagnosticBag) -> Acceptance? {
    let requirement = vocabulary[index]
    switch requirement.type {
    case .enumeration:
      return readWords(node, of: index, into: &bag).map {
        $0.isNegated ? .choice(~$0.mask & allWords(index)) : .choice($0.mask)
      }
    case .list:
      return readWords(node, of: index, into: &bag).map {
        $0.isNegated ? .holdsNone($0.mask) : .holdsAny($0.mask)
      }
    case .boolean: return readBoolean(node, of: index, into: &bag)
    case .count, .duration, .size: return readRange(node, of: index, into: &bag).map(Acceptance.quantity)
    case .text:
      bag.add(
        Diagnostic(
          .untestableRequirement, "'\(requirement.id)' is free text; no condition may rest on it",
          at: node.location))
      return nil
    }
  }

  private func allWords(_ index: Int) -> UInt64 {
    (1 << UInt64(vocabulary[index].type.words.count)) - 1
  }

  private func readBoolean(_ node: YAMLNode, of index: Int, into bag: inout DiagnosticBag) -> Acceptance? {
    let inner = node.kind == .mapping ? node["not"] : nil
    guard case .boolean(let value)? = readAnswer(inner ?? node, of: index, into: &bag) else { return nil }
    return .boolean(inner == nil ? value : !value)
  }

  private func readWords(
    _ node: YAMLNode, of index: Int, into bag: inout DiagnosticBag
  ) -> (mask: UInt64, isNegated: Bool)? {
    if node.kind == .mapping {
      guard let inner = onlyValue(of: node, under: "not", into: &bag) else { return nil }
      return readWords(inner, of: index, into: &bag).map { ($0.mask, true) }
    }
    let words = vocabulary[index].type.words
    var mask: UInt64 = 0
    for element in node.kind == .sequence ? Array(node.elements) : [node] {
      if let word = element.text.flatMap(words.firstIndex) {
        mask |= 1 << UInt64(word)
      } else {
        reportAnswer(element, vocabulary[index], into: &bag)
      }
    }
    return (mask, false)
  }

  private func readRange(_ node: YAMLNode, of index: Int, into bag: inout DiagnosticBag) -> ClosedRange<Int>?
  {
    let requirement = vocabulary[index]
    guard node.kind == .mapping else {
      if let range = node.text.flatMap(requirement.durations) { return range }
      guard case .quantity(let value)? = readAnswer(node, of: index, into: &bag) else { return nil }
      return value...value
    }
    var (lower, upper) = (0, Int.max)
    for entry in node.entries {
      guard case .quantity(let bound)? = readAnswer(entry.value, of: index, into: &bag) else { return nil }
      switch entry.key.text {
      case "from": lower = max(lower, bound)
      case "above": lower = max(lower, bound == .max ? bound : bound + 1)
      case "up-to": upper = min(upper, bound)
      case "below": upper = min(upper, bound - 1)
      default: reportOperator(entry.key, ["above", "below", "from", "up-to"], into: &bag)
      }
    }
    guard lower <= upper else {
      bag.add(
        Diagnostic(
          .malformedCondition, "no value of '\(requirement.id)' lies within these bounds", at: node.location))
      return nil
    }
    return lower...upper
  }

  private func onlyValue(
    of node: YAMLNode, under key: String, into bag: inout DiagnosticBag
  ) -> YAMLNode? {
    for entry in node.entries where entry.key.text != key { reportOperator(entry.key, [key], into: &bag) }
    return node[key]
  }

  // MARK: Reports

  private func reportOperator(_ key: YAMLNode, _ expected: [String], into bag: inout DiagnosticBag) {
    let list = expected.map { "'\($0)'" }.joined(separator: ", ")
    bag.add(
      Diagnostic(
        .malformedCondition, "'\(key.text ?? "")' is no test here; expected \(list)", at: key.location))
  }

  private func reportAnswer(_ node: YAMLNode, _ requirement: Requirement, into bag: inout DiagnosticBag) {
    let near = node.text.flatMap { nearestSpelling(to: $0, among: requirement.type.words) }
    bag.add(
      Diagnostic(
        .unknownAnswer, "'\(node.text ?? "a collection")' is no answer to '\(requirement.id)'",
        at: node.location,
        notes: ["expected \(requirement.expectation)"],
        fixes: near.map {
          [Diagnostic.Fix("did you mean '\($0)'?", edits: [.init(node.location, replacement: $0)])]
        } ?? []))
  }
}
