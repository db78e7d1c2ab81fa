package import YAMLSyntax

extension Requirement {
  /// The answer that a node states; `nil` where it is no answer to this requirement.
  package func readAnswer(_ node: YAMLNode) -> Answer? { node.withView { readAnswer($0) } }

  /// The answer that a node states; `nil` where it is no answer to this requirement.
  func readAnswer(_ node: YAMLView) -> Answer? {
    switch type {
    case .enumeration(let words): index(of: node, in: words).map(Answer.choice)
    case .boolean: readBoolean(node)
    case .count: node.text.flatMap(readCount).map(Answer.quantity)
    case .duration(let classes): node.text.flatMap { readDuration($0, classes: classes) }.map(Answer.quantity)
    case .size: node.text.flatMap { Quantity.parseSize($0) }.map(Answer.quantity)
    case .list(let words): readWords(node, words: words)
    case .text: node.text.map(Answer.text)
    }
  }

  /// The class of a duration requirement with that name, as the durations that fall into it.
  package func durations(ofClass name: String) -> ClosedRange<Int>? {
    guard case .duration(let classes) = type, let index = classes.firstIndex(where: { $0.name == name })
    else {
      return nil
    }
    return (index == 0 ? 0 : classes[index - 1].bound + 1)...classes[index].bound
  }

  private func index(of node: YAMLView, in words: [String]) -> Int? {
    words.firstIndex { node.textEquals($0) }
  }

  private func readBoolean(_ node: YAMLView) -> Answer? {
    guard case .bool(let value) = node.coreValue else { return nil }
    return .boolean(value)
  }

  /// Also `20000.0`, which JSON Schema takes for a whole number.
  private func readCount(_ text: String) -> Int? {
    if let count = Quantity.parseCount(text) { return count }
    guard let point = text.firstIndex(of: "."), text[point...].dropFirst().allSatisfy({ $0 == "0" }) else {
      return nil
    }
    return Quantity.parseCount(text[..<point])
  }

  private func readDuration(_ text: String, classes: [DurationClass]) -> Int? {
    classes.first { $0.name == text }?.bound ?? Quantity.parseDuration(text)
  }

  private func readWords(_ node: YAMLView, words: [String]) -> Answer? {
    guard node.kind == .sequence else { return nil }
    var mask: UInt64 = 0
    for element in node.elements {
      guard let index = index(of: element, in: words) else { return nil }
      mask |= 1 << UInt64(index)
    }
    return .choices(mask)
  }
}
