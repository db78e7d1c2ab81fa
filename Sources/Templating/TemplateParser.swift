import Diagnostics

/// Turns the bytes of a template into instructions, gathering whatever is wrong on the way.
struct TemplateParser {
  /// Deeper than any template that a person can read; it bounds the renderer's recursion.
  static let deepestNesting = 32

  let file: SourceFile
  var bag = DiagnosticBag()
  var instructions: [Instruction] = []
  var tags: [Tag] = []
  var openSections: [OpenSection] = []
  var opening: [UInt8] = Array("{{".utf8)
  var closing: [UInt8] = Array("}}".utf8)
  /// The first byte that is not yet turned into instructions.
  var position = 0

  /// A tag as it stands in the text.
  struct WrittenTag {
    /// What is within, without sigil and blanks.
    let text: String
    let textBytes: Range<Int>
    let bytes: Range<Int>
  }

  /// A section whose end has not been met yet.
  struct OpenSection {
    let tag: WrittenTag
    let instruction: Int
  }

  init(file: SourceFile) {
    self.file = file
  }

  mutating func parse() {
    while let start = firstOccurrence(of: opening, from: position) {
      parseTag(at: start)
    }
    appendText(upTo: file.contents.count)
    for section in openSections {
      report(.templateUnclosedSection, "Section '\(section.tag.text)' is not closed", at: section.tag.bytes)
    }
  }

  /// Reads one tag and leaves `position` behind it.
  private mutating func parseTag(at start: Int) {
    let inner = start + opening.count
    let sigil = Sigil(inner < file.contents.count ? file.contents[inner] : 0)
    guard let (content, end) = content(ofTagAt: start, sigil: sigil) else {
      reportUnclosedTag(at: start, resumingAt: inner)
      return
    }
    let bytes = start..<end
    let line = sigil.canStandAlone ? standaloneLine(around: bytes) : nil
    appendText(upTo: line?.lowerBound ?? start)
    position = line?.upperBound ?? end
    let written = written(content, tag: bytes)
    switch sigil {
    case .comment: break
    case .delimiters: setDelimiters(written)
    case .variable: appendVariable(written, use: .variable)
    case .triple, .ampersand: appendVariable(written, use: .unescapedVariable)
    case .section: openSection(written, isInverted: false)
    case .inverted: openSection(written, isInverted: true)
    case .close: closeSection(written)
    case .partial: appendPartial(written, indentation: line.map { $0.lowerBound..<start })
    }
  }

  /// The bytes between the sigil and the closing delimiter, and the first byte after the tag.
  private func content(ofTagAt start: Int, sigil: Sigil) -> (content: Range<Int>, end: Int)? {
    let first = start + opening.count + sigil.length
    let terminator = sigil.terminator + closing
    guard first <= file.contents.count, let last = firstOccurrence(of: terminator, from: first) else {
      return nil
    }
    let content = first..<last
    guard sigil.spansLines || isOnOneLineWithoutTag(content) else { return nil }
    return (content, last + terminator.count)
  }

  /// Whether a name can lie there; a line break or an opening delimiter means a forgotten end.
  private func isOnOneLineWithoutTag(_ content: Range<Int>) -> Bool {
    let isOneLine = !trimmedBytes(content).contains(UInt8(ascii: "\n"))
    let nextTag = firstOccurrence(of: opening, from: content.lowerBound)
    return isOneLine && (opening == closing || nextTag.map { $0 >= content.upperBound } ?? true)
  }

  private mutating func reportUnclosedTag(at start: Int, resumingAt next: Int) {
    let closing = String(decoding: closing, as: UTF8.self)
    report(.templateUnclosedTag, "This tag is not closed with '\(closing)'", at: start..<next)
    appendText(upTo: start)
    position = next
  }
}

extension TemplateParser {
  /// The whole line, its line break included, if nothing but blanks stands beside the tag.
  private func standaloneLine(around tag: Range<Int>) -> Range<Int>? {
    let bytes = file.contents
    var start = tag.lowerBound
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
    var end = tag.upperBound
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    if end == bytes.count { return start..<end }
    if bytes[end] == UInt8(ascii: "\r") { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "\n") else { return nil }
    return start..<end + 1
  }

  func firstOccurrence(of delimiter: [UInt8], from start: Int) -> Int? {
    file.contents.withUnsafeBufferPointer { bytes in
      delimiter.withUnsafeBufferPointer { delimiter in
        let last = bytes.count - delimiter.count
        var index = start
        while index <= last {
          if bytes[index] == delimiter[0], bytes.matches(delimiter, at: index) { return index }
          index += 1
        }
        return nil
      }
    }
  }

  func trimmedBytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
    var slice = file.contents[range]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return slice
  }

  private func written(_ content: Range<Int>, tag bytes: Range<Int>) -> WrittenTag {
    let trimmed = trimmedBytes(content)
    return WrittenTag(
      text: String(decoding: trimmed, as: UTF8.self), textBytes: trimmed.indices, bytes: bytes)
  }

  mutating func appendText(upTo end: Int) {
    if position < end { instructions.append(.text(position..<end)) }
    position = max(position, end)
  }

  mutating func report(
    _ id: DiagnosticID, _ message: String, at bytes: Range<Int>,
    secondary: [Diagnostic.Label] = [], notes: [String] = [], fixes: [Diagnostic.Fix] = []
  ) {
    bag.add(
      Diagnostic(
        id, message, at: file.location(ofBytes: bytes), secondary: secondary, notes: notes, fixes: fixes))
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first byte is taken as compared, and the range as within bounds.
  fileprivate func matches(_ delimiter: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    delimiter.indices.dropFirst().allSatisfy { self[index + $0] == delimiter[$0] }
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
  fileprivate var isWhitespace: Bool {
    isBlank || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r")
  }
}
