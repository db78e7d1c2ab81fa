import Hashing

/// Four characters of a digest, which keep names apart that would otherwise become one.
enum NameDigest {
  static let length = 4
  private static let symbols = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// Twenty bits of the text's SHA-256, five to a character; the first is a letter.
  static func of(_ text: String) -> String {
    let digits = Digest(of: Array(text.utf8)).description.dropFirst("sha256:".count).prefix(5)
    let bits = Int(digits, radix: 16) ?? 0
    let first = symbols[10 + (bits >> 15) % 22]
    let rest = stride(from: 10, through: 0, by: -5).map { symbols[bits >> $0 & 31] }
    return String([first] + rest)
  }
}
