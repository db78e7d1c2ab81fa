import DesignModel
import Requirements
import Templating

/// The answers of a profile, as templates see them.
struct ProfileContext {
  private let design: Design
  private let vocabulary: Vocabulary

  init(_ design: Design, _ vocabulary: Vocabulary) {
    self.design = design
    self.vocabulary = vocabulary
  }

  /// `profile.SECTION.KEY` for every requirement.
  var profile: TemplateValue {
    let sections = vocabulary.sections.map { section in
      let members = section.indices.map { (vocabulary[$0].id.key, value(of: $0)) }
      return (section.name, TemplateValue.object(TemplateObject(members)))
    }
    return .object(TemplateObject(sections))
  }

  /// What is known, in the vocabulary's order.
  var answers: TemplateValue {
    .elements(
      vocabulary.requirements.indices.compactMap { index in
        guard let answer = design.answers[index] else { return nil }
        let id = vocabulary[index].id
        return [
          "section": .string(id.section), "key": .string(id.key), "requirement": .string(id.description),
          "value": .string(text(answer, of: index)), "derived": .bool(design.derived.contains(index)),
        ]
      })
  }

  /// A list without the brackets that it has in a profile, in words where it is empty.
  private func text(_ answer: Answer, of index: Int) -> String {
    guard case .choices(let mask) = answer else { return vocabulary.render(answer, of: index) }
    let words = vocabulary.words(in: mask, of: index)
    return words.isEmpty ? "none" : words.joined(separator: ", ")
  }

  private func value(of index: Int) -> TemplateValue {
    guard let answer = design.answers[index] else { return .null }
    let type = vocabulary[index].type
    switch answer {
    case .choice(let word): return .enumeration(type.words[word], of: type.words)
    case .boolean(let truth): return .bool(truth)
    case .text(let text): return .string(text)
    case .quantity(let quantity): return self.quantity(quantity, type, vocabulary.render(answer, of: index))
    case .choices(let mask):
      let held = vocabulary.words(in: mask, of: index)
      let flags = TemplateObject(type.words.map { ($0, TemplateValue.bool(held.contains($0))) })
      return .object(["values": .words(held), "has": .object(flags)])
    }
  }

  /// A duration without a bound has no number.
  private func quantity(_ quantity: Int, _ type: RequirementType, _ text: String) -> TemplateValue {
    let number = quantity == Quantity.unbounded ? TemplateValue.null : .integer(quantity)
    let unit =
      switch type {
      case .duration: "milliseconds"
      case .size: "bytes"
      case .count, .enumeration, .boolean, .list, .text: "count"
      }
    return .object(["text": .string(text), unit: number])
  }
}
