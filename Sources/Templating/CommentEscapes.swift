/// Comments of programming languages, and other places that know no escapes.
enum CommentEscapes {
  static func block(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "/" where point.follows("*"): "&#47;"
    case "*" where point.isLast: "&#42;"
    default: line(point)
    }
  }

  /// `\u` is taken apart, because Java reads it before it sees comments.
  static func line(_ point: EscapePoint) -> String? {
    if point.scalar == "\\", point.isLast || point.next == UInt8(ascii: "u") { return "&#92;" }
    return blank(point.scalar)
  }

  /// A space for whatever ends a line, and the replacement for what cannot be seen.
  static func blank(_ scalar: Unicode.Scalar) -> String? {
    if scalar.isLineBreak || scalar == "\t" { return " " }
    return scalar.isInvisible ? Unicode.Scalar.replacement : nil
  }

  static func muleText(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "{" where point.follows("$"): " {"
    case "[" where point.follows("#") || point.follows("!"): " ["
    default: nil
    }
  }
}
