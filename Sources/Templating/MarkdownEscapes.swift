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
