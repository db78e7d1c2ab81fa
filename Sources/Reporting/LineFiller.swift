/// Fills lines with words so that none is wider than the terminal, unless one word is.
///
/// It works on bytes: a space or a line break is one in UTF-8, and characters cost ten times as much.
struct LineFiller {
  private let style: TerminalStyle
  /// All lines, each with its end.
  private(set) var bytes: [UInt8] = []
  /// The width of the line so far, without the word that has begun.
  private var width = 0
  /// Whether the line has no word yet.
  private var isStart = true
  /// Where the word begins that has begun, painted; it may change its style within. `nil` between words.
  private var word: Int?
  private var wordWidth = 0

  init(style: TerminalStyle) { self.style = style }

  /// Sets a text on lines of its own.
  ///
  /// - Parameter indent: the spaces before all lines, or before all but the first.
  mutating func fill(_ text: RichText, indent: Int, first: String? = nil) {
    isStart = true
    if let first {
      bytes += first.utf8
      width = first.displayWidth
    } else {
      add(spaces: indent)
      width = indent
    }
    for span in text.spans { add(span, indent) }
    endWord(indent)
    endLine()
  }

  /// A line as it is, without spaces at its end.
  mutating func add(line: String) {
    bytes += line.utf8
    endLine()
  }

  private mutating func add(_ span: RichText.Span, _ indent: Int) {
    add(span.text.visible, span.style, indent)
    if case .link(let url) = span.style, url != span.text {
      endWord(indent)
      add("<\(url.visible)>", .quiet, indent)
    }
  }

  private mutating func add(_ text: String, _ style: RichText.Style, _ indent: Int) {
    var text = text
    text.withUTF8 { text in
      var start = 0
      for place in text.indices where text[place] == UInt8(ascii: " ") || text[place] == UInt8(ascii: "\n") {
        extendWord(UnsafeBufferPointer(rebasing: text[start..<place]), style)
        endWord(indent)
        start = place + 1
      }
      extendWord(UnsafeBufferPointer(rebasing: text[start...]), style)
    }
  }

  private mutating func extendWord(_ piece: UnsafeBufferPointer<UInt8>, _ style: RichText.Style) {
    guard !piece.isEmpty else { return }
    if word == nil {
      if !isStart { bytes.append(UInt8(ascii: " ")) }
      word = bytes.count
      wordWidth = 0
    }
    if let paint = self.style.paint(style) {
      bytes += paint.utf8
      bytes += piece
      bytes += TerminalStyle.reset.utf8
    } else {
      bytes += piece
    }
    let isASCII = piece.allSatisfy { $0 < 0x80 }
    wordWidth += isASCII ? piece.count : String(decoding: piece, as: UTF8.self).displayWidth
  }

  /// Takes the word to the next line where this one has no room for it.
  private mutating func endWord(_ indent: Int) {
    guard let start = word else { return }
    if !isStart, width + 1 + wordWidth > style.width {
      let fresh = Array(bytes[start...])
      bytes.removeSubrange((start - 1)...)
      endLine()
      add(spaces: indent)
      bytes += fresh
      width = indent + wordWidth
    } else {
      width += isStart ? wordWidth : 1 + wordWidth
    }
    isStart = false
    word = nil
  }

  private mutating func add(spaces: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: spaces))
  }

  private mutating func endLine() {
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    bytes.append(UInt8(ascii: "\n"))
  }
}
