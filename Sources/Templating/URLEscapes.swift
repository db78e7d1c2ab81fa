/// URLs, by RFC 3986: whatever is not unreserved is encoded.
enum URLEscapes {
  static func harmless(_ text: String) -> String {
    text == "." || text == ".." ? String(repeating: "_", count: text.count) : text
  }

  static func segment(_ point: EscapePoint) -> String? {
    switch point.scalar {
    case "-", ".", "_", "~": nil
    default: point.scalar.isWordCharacter ? nil : encoded(point.scalar)
    }
  }

  /// The bytes of the character, each as `%` and two digits.
  static func encoded(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map { "%" + Unicode.Scalar($0).hexadecimal(digits: 2) }.joined()
  }
}
