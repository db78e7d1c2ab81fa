/// Reads a literal of a language strictly, for comparing with what was meant.
struct StringLiteral {
  /// The character that ends the literal; no line break and no control character may stand in it.
  let quote: Unicode.Scalar
  /// What each single-letter escape stands for.
  let escapes: [Unicode.Scalar: Unicode.Scalar]

  static let apex = StringLiteral(quote: "'", escapes: common.merging(["'": "'"]) { $1 })
  static let dataweave = StringLiteral(quote: "\"", escapes: common)
  private static let common: [Unicode.Scalar: Unicode.Scalar] = [
    "n": "\n", "r": "\r", "t": "\t", "b": "\u{8}", "f": "\u{C}", "\"": "\"", "\\": "\\",
  ]

  /// The value of the literal that `body` is the inside of; `nil` where it ends early or is malformed.
  func value(of body: String) -> String? {
    var units: [UInt16] = []
    var rest = Array(body.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == quote || scalar.value < 0x20 || scalar.value == 0x7F { return nil }
      guard scalar == "\\" else {
        units += String(scalar).utf16
        continue
      }
      guard let escape = rest.popFirst() else { return nil }
      if escape == "u" {
        guard rest.count >= 4, let unit = UInt16(String(String.UnicodeScalarView(rest.prefix(4))), radix: 16)
        else { return nil }
        rest = rest.dropFirst(4)
        units.append(unit)
      } else if let plain = escapes[escape] {
        units += String(plain).utf16
      } else {
        return nil
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}
