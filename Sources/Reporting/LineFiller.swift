/// Fills lines with words so that none is wider than the terminal, unless one word is.
///
/// It works on bytes: a space or a line break is one in UTF-8, and characters cost ten times as much.
struct LineFiller {
  private let style: TerminalStyle
  private let indent: String
  private var lines: [String] = []
  private var line: [UInt8]
  private var width: Int
  private var isStart = true
  /// The word that has begun, painted; it may change its style within.
  private var word: [UInt8] = []
  private var wordWidth = 0

  init(style: TerminalStyle, indent: String, first: String) {
    self.style = style
    self.indent = indent
    line = Array(first.utf8)
    width = first.displayWidth
  }

  mutating func add(_ span: RichText.Span) {
    add(span.text.visible, span.style)
    if case .link(let url) = span.style, url != span.text {
      endWord()
      extendWord(Array("<\(url.visible)>".utf8)[...], .quiet)
    }
  }

  mutating func finish() -> [String] {
    endWord()
    endLine()
    return lines
  }

  private mutating func add(_ text: String, _ style: RichText.Style) {
    var word = Array(text.utf8)[...]
    while let end = word.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
      extendWord(word[..<end], style)
      endWord()
      word = word[(end + 1)...]
    }
    extendWord(word, style)
  }

  private mutating func extendWord(_ piece: ArraySlice<UInt8>, _ style: RichText.Style) {
    guard !piece.isEmpty else { return }
    let paint = self.style.paint(style)
    if let paint { word += paint.utf8 }
    word += piece
    if paint != nil { word += TerminalStyle.reset.utf8 }
    let isASCII = piece.allSatisfy { $0 < 0x80 }
    wordWidth += isASCII ? piece.count : String(decoding: piece, as: UTF8.self).displayWidth
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if !isStart, width + 1 + wordWidth > style.width {
      endLine()
      line.append(contentsOf: indent.utf8)
      width = indent.utf8.count
      isStart = true
    }
    if !isStart {
      line.append(UInt8(ascii: " "))
      width += 1
    }
    line += word
    width += wordWidth
    isStart = false
    word.removeAll(keepingCapacity: true)
    wordWidth = 0
  }

  private mutating func endLine() {
    while line.last == UInt8(ascii: " ") { line.removeLast() }
    lines.append(String(decoding: line, as: UTF8.self))
    line.removeAll(keepingCapacity: true)
  }
}
