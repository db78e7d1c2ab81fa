/// CSV by RFC 4180, read by spreadsheets.
enum CSVEscapes {
  static func field(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "\"": "\"\""
    case "=", "+", "-", "@", "＝", "＋", "－", "＠": point.isFirst ? "'" + String(point.scalar) : nil
    case "\n": nil
    case "\t", "\r": " "
    default: point.scalar.isInvisible ? Unicode.Scalar.replacement : nil
    }
  }
}
