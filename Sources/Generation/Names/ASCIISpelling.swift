/// Letters and digits in ASCII.
enum ASCIISpelling {
  /// The scalar itself where it is an ASCII letter or digit, or the Latin letters without their accents.
  static func of(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": String(scalar)
    case "\u{0}"..."\u{7F}": nil
    case "ß": "ss"
    default: letters(of: scalar)
    }
  }

  /// Unicode names its letters: `LATIN SMALL LETTER O WITH DIAERESIS`, `LATIN CAPITAL LETTER AE`.
  private static func letters(of scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[2] == "LETTER", words.count == 4 || words[4] == "WITH" else { return nil }
    guard words[3].utf8.count <= 2 else { return nil }
    switch words[1] {
    case "SMALL": return words[3].lowercased()
    case "CAPITAL": return String(words[3])
    default: return nil
    }
  }
}
