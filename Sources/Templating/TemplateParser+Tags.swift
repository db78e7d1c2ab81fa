import Diagnostics

extension TemplateParser {
  mutating func appendVariable(_ tag: WrittenTag, use: TemplateName.Use) {
    guard checkName(tag) else { return }
    append(tag, use: use)
    instructions.append(.variable(tag: tags.count - 1, isEscaped: use == .variable))
  }

  mutating func appendPartial(_ tag: WrittenTag, indentation: Range<Int>?) {
    guard isName(tag.text, characters: Self.isPartialCharacter) else {
      reportBadName(tag)
      return
    }
    append(tag, use: .partial)
    instructions.append(.partial(tag: tags.count - 1, indentation: indentation))
  }

  /// A section that is wrong is opened all the same, so that its end is not reported as well.
  mutating func openSection(_ tag: WrittenTag, isInverted: Bool) {
    if openSections.count == Self.deepestNesting {
      let message = "Sections stand more than \(Self.deepestNesting) deep in each other"
      report(.templateNestedTooDeep, message, at: tag.bytes)
    }
    openSections.append(OpenSection(tag: tag, instruction: instructions.count))
    if tag.text.hasPrefix(Self.escapePrefix) {
      instructions.append(.escaping(escapings(of: tag, isInverted: isInverted), end: 0))
      return
    }
    checkName(tag)
    append(tag, use: isInverted ? .invertedSection : .section)
    let index = tags.count - 1
    instructions.append(isInverted ? .inverted(tag: index, end: 0) : .section(tag: index, end: 0))
  }

  private mutating func append(_ tag: WrittenTag, use: TemplateName.Use) {
    tags.append(Tag(use: use, textBytes: tag.textBytes, bytes: tag.bytes))
  }

  mutating func closeSection(_ tag: WrittenTag) {
    guard let index = openSections.lastIndex(where: { $0.tag.text == tag.text }) else {
      reportWrongClose(tag)
      return
    }
    for unclosed in openSections[(index + 1)...] { reportUnclosed(unclosed.tag, before: tag) }
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

  private mutating func reportUnclosed(_ open: WrittenTag, before tag: WrittenTag) {
    let closed = Diagnostic.Label(file.location(ofBytes: tag.bytes), "'\(tag.text)' is closed here")
    report(
      .templateUnclosedSection, "Section '\(open.text)' is not closed before '\(tag.text)' is",
      at: open.bytes, secondary: [closed])
  }

  private mutating func reportWrongClose(_ tag: WrittenTag) {
    guard let open = openSections.last?.tag else {
      report(.templateWrongClose, "'\(tag.text)' is closed but was not opened", at: tag.bytes)
      return
    }
    let opened = Diagnostic.Label(file.location(ofBytes: open.bytes), "'\(open.text)' is opened here")
    report(
      .templateWrongClose, "'\(tag.text)' is closed where '\(open.text)' is open", at: tag.bytes,
      secondary: [opened], fixes: file.replacing(tag.textBytes, with: open.text))
  }

  mutating func setDelimiters(_ tag: WrittenTag) {
    let parts = tag.text.split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, !tag.text.contains("=") else {
      report(
        .templateBadDelimiters, "Delimiters are set as two words without '='", at: tag.bytes,
        notes: ["An example is {{=<% %>=}}"])
      return
    }
    opening = Array(parts[0].utf8)
    closing = Array(parts[1].utf8)
  }
}

/// Names.
extension TemplateParser {
  private static let escapePrefix = "escape."

  /// Whether a context can hold the name; if not, that is reported.
  @discardableResult
  private mutating func checkName(_ tag: WrittenTag) -> Bool {
    if tag.text == "." { return true }
    let parts = tag.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ isName($0, characters: Self.isNameCharacter) }) else {
      reportBadName(tag)
      return false
    }
    if tag.text.hasPrefix(Self.escapePrefix) {
      report(.templateReservedName, "Only sections have names that begin with 'escape.'", at: tag.bytes)
      return false
    }
    return true
  }

  private mutating func escapings(of tag: WrittenTag, isInverted: Bool) -> [Escaping] {
    if isInverted {
      report(.templateReservedName, "An escaping cannot be inverted", at: tag.bytes)
    }
    let parts = tag.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return parts.indices.dropFirst().compactMap { index in
      if let escaping = Escaping(rawValue: parts[index]) { return escaping }
      reportUnknownEscaping(part: index, of: parts, in: tag)
      return nil
    }
  }

  private mutating func reportUnknownEscaping(part index: Int, of parts: [String], in tag: WrittenTag) {
    let known = Escaping.allCases.map(\.rawValue).sorted()
    let nearest = nearestSpelling(to: parts[index], among: known)
    report(
      .templateUnknownEscaping, "There is no escaping '\(parts[index])'", at: tag.bytes,
      notes: ["Known are " + known.joined(separator: ", ")],
      fixes: nearest.map { file.replacing(part: index, of: parts, with: $0, at: tag.textBytes) } ?? [])
  }

  private func isName(_ text: String, characters: (UInt8) -> Bool) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(characters)
  }

  private static func isNameCharacter(_ byte: UInt8) -> Bool {
    byte.isWordCharacter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func isPartialCharacter(_ byte: UInt8) -> Bool {
    isNameCharacter(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }

  private mutating func reportBadName(_ tag: WrittenTag) {
    if tag.text.isEmpty {
      report(.templateBadName, "This tag has no name", at: tag.bytes)
    } else if let first = tag.text.first, "<$%*@|".contains(first) {
      report(
        .templateUnsupportedTag, "Tags that begin with '\(first)' are not supported", at: tag.bytes,
        notes: ["The syntax is that of Mustache without its optional modules"])
    } else {
      report(
        .templateBadName, "'\(tag.text)' is not a name", at: tag.bytes,
        notes: ["A name is ASCII letters, digits, '_' and '-', in parts joined by '.'"])
    }
  }
}
