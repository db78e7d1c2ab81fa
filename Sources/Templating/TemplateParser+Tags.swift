import Diagnostics

extension TemplateParser {
  mutating func appendVariable(_ text: String, use: TemplateName.Use, bytes: Range<Int>) {
    guard let target = target(text, bytes: bytes) else { return }
    tags.append(Tag(text: text, target: target, use: use, bytes: bytes))
    instructions.append(.variable(tag: tags.count - 1, isEscaped: use == .variable))
  }

  mutating func appendPartial(_ text: String, indentation: Range<Int>?, bytes: Range<Int>) {
    guard isName(text, characters: Self.isPartialCharacter) else {
      reportBadName(text, bytes: bytes)
      return
    }
    tags.append(Tag(text: text, target: .path([text]), use: .partial, bytes: bytes))
    instructions.append(.partial(tag: tags.count - 1, indentation: indentation))
  }

  /// A section that is wrong is opened all the same, so that its end is not reported as well.
  mutating func openSection(_ text: String, isInverted: Bool, bytes: Range<Int>) {
    if openSections.count == Self.deepestNesting {
      report(
        .templateNestedTooDeep, "sections stand more than \(Self.deepestNesting) deep in each other",
        at: bytes)
    }
    openSections.append(OpenSection(name: text, bytes: bytes, instruction: instructions.count))
    if text.hasPrefix(Self.escapePrefix) {
      let escapings = escapings(text, isInverted: isInverted, bytes: bytes)
      instructions.append(.escaping(escapings, end: 0))
      return
    }
    let target = target(text, bytes: bytes) ?? .current
    tags.append(Tag(text: text, target: target, use: isInverted ? .invertedSection : .section, bytes: bytes))
    let tag = tags.count - 1
    instructions.append(isInverted ? .inverted(tag: tag, end: 0) : .section(tag: tag, end: 0))
  }

  mutating func closeSection(_ text: String, bytes: Range<Int>) {
    guard let index = openSections.lastIndex(where: { $0.name == text }) else {
      reportStrayClose(text, bytes: bytes)
      return
    }
    let closed = file.location(ofBytes: bytes)
    for unclosed in openSections[(index + 1)...].reversed() {
      report(
        .templateUnclosedSection, "section '\(unclosed.name)' is not closed before '\(text)' is",
        at: unclosed.bytes, secondary: [Diagnostic.Label(closed, "'\(text)' is closed here")])
    }
    end(openSections[index].instruction)
    openSections.removeSubrange(index...)
  }

  private mutating func end(_ instruction: Int) {
    let end = instructions.count
    switch instructions[instruction] {
    case .section(let tag, _): instructions[instruction] = .section(tag: tag, end: end)
    case .inverted(let tag, _): instructions[instruction] = .inverted(tag: tag, end: end)
    case .escaping(let escapings, _): instructions[instruction] = .escaping(escapings, end: end)
    case .text, .variable, .partial: preconditionFailure("only sections are closed")
    }
  }

  private mutating func reportStrayClose(_ text: String, bytes: Range<Int>) {
    guard let open = openSections.last else {
      report(.templateWrongClose, "'\(text)' is closed but was not opened", at: bytes)
      return
    }
    report(
      .templateWrongClose, "'\(text)' is closed where '\(open.name)' is open", at: bytes,
      secondary: [Diagnostic.Label(file.location(ofBytes: open.bytes), "'\(open.name)' is opened here")])
  }

  mutating func setDelimiters(_ text: String, bytes: Range<Int>) {
    let parts = text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, !text.contains("=") else {
      report(
        .templateBadDelimiters, "delimiters are set as two words without '='", at: bytes,
        notes: ["such as {{=<% %>=}}"])
      return
    }
    opening = Array(parts[0].utf8)
    closing = Array(parts[1].utf8)
  }
}

/// Names.
extension TemplateParser {
  private static let escapePrefix = "escape."

  /// What a name stands for; `nil` if it is none, which is then reported.
  private mutating func target(_ text: String, bytes: Range<Int>) -> Tag.Target? {
    if text == "." { return .current }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ isName($0, characters: Self.isNameCharacter) }) else {
      reportBadName(text, bytes: bytes)
      return nil
    }
    if text.hasPrefix(Self.escapePrefix) {
      report(.templateReservedName, "'escape.' begins only sections", at: bytes)
      return nil
    }
    return .path(parts)
  }

  private mutating func escapings(_ text: String, isInverted: Bool, bytes: Range<Int>) -> [Escaping] {
    if isInverted {
      report(.templateReservedName, "an escaping cannot be inverted", at: bytes)
    }
    let words = text.dropFirst(Self.escapePrefix.count)
      .split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return words.compactMap { word in
      if let escaping = Escaping(rawValue: word) { return escaping }
      let known = Escaping.allCases.map(\.rawValue).sorted()
      report(
        .templateUnknownEscaping, "there is no escaping '\(word)'", at: bytes,
        notes: ["known are " + known.joined(separator: ", ")], fixes: didYouMean(word, among: known))
      return nil
    }
  }

  private func didYouMean(_ word: String, among known: [String]) -> [Diagnostic.Fix] {
    nearestSpelling(to: word, among: known).map { [Diagnostic.Fix("did you mean '\($0)'?")] } ?? []
  }

  private func isName(_ text: String, characters: (Character) -> Bool) -> Bool {
    !text.isEmpty && text.allSatisfy(characters)
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "-"
  }

  private static func isPartialCharacter(_ character: Character) -> Bool {
    isNameCharacter(character) || character == "." || character == "/"
  }

  private mutating func reportBadName(_ text: String, bytes: Range<Int>) {
    if text.isEmpty {
      report(.templateBadName, "this tag has no name", at: bytes)
    } else if let first = text.first, "<$%*@|".contains(first) {
      report(
        .templateUnsupportedTag, "tags that begin with '\(first)' are not supported", at: bytes,
        notes: ["the supported syntax is that of Mustache without its optional modules"])
    } else {
      report(
        .templateBadName, "'\(text)' is not a name", at: bytes,
        notes: ["a name is letters, digits, '_' and '-', in parts joined by '.'"])
    }
  }
}
