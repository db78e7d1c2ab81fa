/// Languages whose strings know escapes with a backslash.
enum StringEscapes {
  static func json(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "\"", "\\": "\\" + String(point.scalar)
    default: control(point.scalar)
    }
  }

  static func yaml(_ point: EscapePoint) -> String? { json(point) }

  static func apex(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "'", "\\": "\\" + String(point.scalar)
    default: control(point.scalar)
    }
  }

  /// `<` cannot open a tag that ends the script, and `$` no substitution.
  static func javascript(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "'", "`": "\\" + String(point.scalar)
    case "<", "$": point.scalar.unicodeEscape
    default: json(point)
    }
  }

  static func dataweave(_ point: EscapePoint) -> String? {
    point.scalar == "$" ? point.scalar.unicodeEscape : json(point)
  }

  /// Spaces are escaped where a reader would skip them, and comment marks where they would be ones.
  static func properties(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "\\", ":", "=": "\\" + String(point.scalar)
    case "#", "!": point.isFirst ? "\\" + String(point.scalar) : nil
    case " ": point.isFirst || point.isLast ? "\\ " : nil
    default: control(point.scalar) ?? (point.scalar.isASCII ? nil : point.scalar.unicodeEscape)
    }
  }

  private static func control(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: scalar.isInvisible ? scalar.unicodeEscape : nil
    }
  }
}
