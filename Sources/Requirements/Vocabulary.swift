/// The list of all requirements, in the order in which they are asked and shown.
package struct Vocabulary: Sendable {
  package let requirements: [Requirement]
  private let indices: [String: Int]

  package init(requirements: [Requirement]) {
    self.requirements = requirements
    indices = Dictionary(
      requirements.enumerated().map { ($0.element.id.description, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The sections in declared order, each with its requirements' indices.
  package var sections: [(name: String, indices: [Int])] {
    var sections: [(name: String, indices: [Int])] = []
    for (index, requirement) in requirements.enumerated() {
      if sections.last?.name == requirement.id.section {
        sections[sections.count - 1].indices.append(index)
      } else {
        sections.append((requirement.id.section, [index]))
      }
    }
    return sections
  }

  package func index(of id: RequirementID) -> Int? { indices[id.description] }

  /// The index of the requirement that is written `section.key`.
  package func index(named name: String) -> Int? { indices[name] }

  package subscript(index: Int) -> Requirement { requirements[index] }

  /// An answer as it would be written in a profile.
  package func render(_ answer: Answer, of index: Int) -> String {
    let type = requirements[index].type
    switch answer {
    case .choice(let word): return type.words[word]
    case .boolean(let value): return value ? "true" : "false"
    case .choices(let mask): return "[" + words(in: mask, of: index).joined(separator: ", ") + "]"
    case .text(let text): return text
    case .quantity(let value): return render(quantity: value, type: type)
    }
  }

  /// The words of a list that a mask holds, in the vocabulary's order.
  package func words(in mask: UInt64, of index: Int) -> [String] {
    requirements[index].type.words.enumerated().filter { mask & (1 << UInt64($0.offset)) != 0 }.map(\.element)
  }

  private func render(quantity: Int, type: RequirementType) -> String {
    switch type {
    case .duration(let classes):
      if quantity == Quantity.unbounded, let last = classes.last { return last.name }
      return Quantity.renderDuration(quantity)
    case .size: return Quantity.renderSize(quantity)
    case .count, .enumeration, .boolean, .list, .text: return Quantity.renderCount(quantity)
    }
  }
}
