import Diagnostics
import Requirements

/// Reads one `section.key=value` under the rules of a profile; a list is written `a,b`.
struct AnswerSettingReader {
  private let text: String
  private let file: SourceFile
  private let vocabulary: Vocabulary

  /// - Parameter option: the name under which the text is shown.
  init(_ text: String, option: String, _ vocabulary: Vocabulary) {
    self.text = text
    self.vocabulary = vocabulary
    file = SourceFile(name: option, text: text)
  }

  func read(into bag: inout DiagnosticBag) -> AnswerSetting? {
    guard let sign = text.firstIndex(of: "=") else {
      let message = "'\(text)' sets no answer; expected section.key=value"
      bag.add(Diagnostic(.malformedSetting, message, at: place(of: text[...])))
      return nil
    }
    guard let index = requirement(text[..<sign], into: &bag) else { return nil }
    let value = text[text.index(after: sign)...]
    guard let answer = answer(value, of: vocabulary[index], into: &bag) else { return nil }
    return AnswerSetting(requirement: index, answer: answer, location: place(of: value))
  }

  private func requirement(_ name: Substring, into bag: inout DiagnosticBag) -> Int? {
    if let index = RequirementID(String(name)).flatMap(vocabulary.index) { return index }
    let names = vocabulary.requirements.map(\.id.description)
    bag.add(
      Diagnostic(
        .unknownProfileRequirement, "'\(name)' is no requirement of the vocabulary", at: place(of: name),
        fixes: fixes(name, among: names)))
    return nil
  }

  private func answer(
    _ value: Substring, of requirement: Requirement, into bag: inout DiagnosticBag
  ) -> Answer? {
    if case .list(let words) = requirement.type { return choices(value, of: requirement, words, into: &bag) }
    let answer = scalar(value, of: requirement)
    if answer == nil { report(value, requirement, into: &bag) }
    return answer
  }

  private func scalar(_ value: Substring, of requirement: Requirement) -> Answer? {
    switch requirement.type {
    case .enumeration(let words): words.firstIndex { $0 == value }.map(Answer.choice)
    case .boolean: value == "true" ? .boolean(true) : value == "false" ? .boolean(false) : nil
    case .count: Quantity.parseCount(value).map(Answer.quantity)
    case .duration(let classes):
      (classes.first { $0.name == value }?.bound ?? Quantity.parseDuration(value)).map(Answer.quantity)
    case .size: Quantity.parseSize(value).map(Answer.quantity)
    case .text:
      (1...120).contains(value.unicodeScalars.count) && !value.contains(where: \.isNewline)
        ? .text(String(value)) : nil
    case .list: nil
    }
  }

  /// The words between commas, with or without brackets around them; `[]` for none of them.
  private func choices(
    _ value: Substring, of requirement: Requirement, _ words: [String], into bag: inout DiagnosticBag
  ) -> Answer? {
    var inner = value
    if inner.first == "[", inner.last == "]" { inner = inner.dropFirst().dropLast() }
    if inner.isEmpty, inner.count < value.count { return .choices(0) }
    var (mask, isKnown) = (UInt64(0), true)
    for part in inner.split(separator: ",", omittingEmptySubsequences: false) {
      let word = part.trimmed
      if let index = words.firstIndex(where: { $0 == word }) {
        mask |= 1 << UInt64(index)
      } else {
        isKnown = false
        report(word, requirement, into: &bag)
      }
    }
    return isKnown ? .choices(mask) : nil
  }

  private func report(_ value: Substring, _ requirement: Requirement, into bag: inout DiagnosticBag) {
    bag.add(
      Diagnostic(
        .unknownProfileAnswer, "'\(value)' is no answer to '\(requirement.id)'",
        at: place(of: value), notes: ["expected \(requirement.expectation)"],
        fixes: fixes(value, among: requirement.type.words)))
  }

  private func fixes(_ word: Substring, among words: [String]) -> [Diagnostic.Fix] {
    guard let near = nearestSpelling(to: String(word), among: words) else { return [] }
    let edit = Diagnostic.Edit(place(of: word), replacement: near)
    return [Diagnostic.Fix("did you mean '\(near)'?", edits: [edit])]
  }

  private func place(of part: Substring) -> SourceLocation {
    let start = text.unicodeScalars.distance(from: text.startIndex, to: part.startIndex) + 1
    let range = SourceRange(line: 1, columns: start..<start + part.unicodeScalars.count)
    return SourceLocation(file: file, range: range)
  }
}

extension Substring {
  /// Without spaces at both ends.
  fileprivate var trimmed: Substring {
    var text = self
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return text
  }
}
