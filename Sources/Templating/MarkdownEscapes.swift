/// CommonMark with the tables of GitHub.
enum MarkdownEscapes {
  /// Without the space at its start, which could make a code block of it.
  static func trimmed(_ text: String) -> String {
    String(text.unicodeScalars.drop { $0 == " " || $0 == "\t" || $0.isLineBreak })
  }

  static func text(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "&": point.next == UInt8(ascii: " ") ? nil : "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\\", "`", "*", "[", "]", "{", "|", "~", "$": escaped(point)
    case "_": isInsideWord(point) ? nil : escaped(point)
    case "#", "+", "-", "=": point.isFirst ? escaped(point) : nil
    case ".", ")": isListMarker(point) ? escaped(point) : nil
    default: invisible(point.scalar)
    }
  }

  static func code(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "`": "'"
    case "|": "\\|"
    default: CommentEscapes.blank(point.scalar)
    }
  }

  /// Writes running text with the code spans that it has between single backticks; other backticks are escaped.
  static func appendProse(_ prose: String, to output: inout [UInt8]) {
    var rest = trimmed(prose)[...]
    while let (open, close) = codeSpan(in: rest, behind: output.last) {
      output.append(String(rest[..<open]), replacing: text)
      output.append(UInt8(ascii: "`"))
      output.append(String(rest[rest.index(after: open)..<close]), replacing: code)
      output.append(UInt8(ascii: "`"))
      rest = rest[rest.index(after: close)...]
    }
    output.append(String(rest), replacing: text)
  }

  /// The places of the first two backticks that stand alone, where there are two.
  private static func codeSpan(in text: Substring, behind last: UInt8?) -> (String.Index, String.Index)? {
    let bytes = text.utf8
    guard bytes.contains(UInt8(ascii: "`")) else { return nil }
    var open: String.Index?
    var previous = last
    for index in bytes.indices {
      let (byte, next) = (bytes[index], bytes.index(after: index))
      defer { previous = byte }
      guard byte == UInt8(ascii: "`"), previous != byte, next == bytes.endIndex || bytes[next] != byte else {
        continue
      }
      if let open { return (open, index) }
      open = index
    }
    return nil
  }

  /// What is already encoded stays so, which is why `%` is left alone.
  static func link(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "&": "&amp;"
    case " ", "\"", "'", "(", ")", "<", ">", "[", "]", "\\", "`", "|", "*", "{", "}":
      URLEscapes.encoded(point.scalar)
    default: point.scalar.isInvisible ? URLEscapes.encoded(point.scalar) : nil
    }
  }

  private static func escaped(_ point: EscapePoint) -> String { "\\" + String(point.scalar) }

  /// An underscore between letters or digits does not begin emphasis.
  private static func isInsideWord(_ point: EscapePoint) -> Bool {
    guard !point.isFirst, let previous = point.previous else { return false }
    guard let next = point.following.first(where: { $0 != UInt8(ascii: "_") }) else { return false }
    return (previous.isWordCharacter || previous == UInt8(ascii: "_")) && next.isWordCharacter
  }

  /// Digits with a full stop or a bracket and a space begin a numbered list.
  private static func isListMarker(_ point: EscapePoint) -> Bool {
    guard let previous = point.previous, (0x30...0x39).contains(previous) else { return false }
    return point.next.map { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } ?? true
  }

  private static func invisible(_ scalar: Unicode.Scalar) -> String? {
    if scalar.isPlain { return nil }
    if scalar.isLineBreak || scalar == "\t" { return " " }
    if scalar.isDirectionControl { return "&#x" + scalar.hexadecimal(digits: 4) + ";" }
    return scalar.isInvisible ? Unicode.Scalar.replacement : nil
  }
}
