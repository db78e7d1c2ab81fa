/// XML 1.0, whose documents cannot hold most control characters at all.
enum XMLEscapes {
  static func text(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&apos;"
    case "\n", "\t": nil
    default: reference(point.scalar)
    }
  }

  static func attribute(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "\n": "&#10;"
    case "\t": "&#9;"
    default: text(point)
    }
  }

  static func comment(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "-" where point.follows("-"): point.isLast ? " - " : " -"
    case "-" where point.isLast: "- "
    default: literal(point.scalar)
    }
  }

  static func cdata(_ point: EscapePoint) -> String? {
    point.scalar == ">" && point.follows("]") ? "]]><![CDATA[>" : literal(point.scalar)
  }

  /// A carriage return would be read as a line feed, so that it, too, needs a reference.
  private static func reference(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.isInvisible else { return nil }
    return isCharacter(scalar) ? "&#x" + scalar.hexadecimal(digits: 1) + ";" : Unicode.Scalar.replacement
  }

  /// Where there are no references.
  private static func literal(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\n", "\t": nil
    case "\r": "\n"
    default: !isCharacter(scalar) || scalar.isDirectionControl ? Unicode.Scalar.replacement : nil
    }
  }

  /// The production `Char` of XML 1.0.
  private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 ? !scalar.isNoncharacter : scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
}
