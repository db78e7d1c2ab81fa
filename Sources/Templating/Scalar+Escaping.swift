/// The kinds of characters that contexts have trouble with.
extension Unicode.Scalar {
  /// What stands for a character that a context cannot hold.
  static let replacement = "\u{FFFD}"

  /// A letter, digit, mark or space of ASCII, as nearly every character is.
  var isPlain: Bool { (0x20...0x7E).contains(value) }

  /// C0, DEL and C1; tab and the line breaks among them included.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// A line break in any of the languages that are written here.
  var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// An embedding, override or isolate of the writing direction, or its end.
  var isDirectionControl: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  /// A character that is not seen but may end a line, hide or reorder text.
  var isInvisible: Bool {
    isControl || isLineBreak || isDirectionControl || value == 0xFEFF || isNoncharacter
  }

  /// U+FFFE and U+FFFF, which XML excludes by name.
  var isNoncharacter: Bool { value == 0xFFFE || value == 0xFFFF }

  var isWordCharacter: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  /// Upper-case hexadecimal digits, padded with zeros.
  func hexadecimal(digits: Int) -> String { padded(value, digits: digits) }

  /// `\uXXXX`, as a pair of surrogates beyond the basic plane.
  var unicodeEscape: String {
    String(self).utf16.map { "\\u" + padded(UInt32($0), digits: 4) }.joined()
  }

  private func padded(_ number: UInt32, digits: Int) -> String {
    let text = String(number, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension UInt8 {
  var isWordCharacter: Bool { Unicode.Scalar(self).isWordCharacter }
}
