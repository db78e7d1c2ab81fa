/// Writes text as a YAML scalar.
package enum YAMLScalar {
  /// The text as a scalar on one line: plain where every YAML 1.1 and 1.2 reader gets the same string
  /// back, in a block as well as in a flow, and in double quotes with escapes otherwise.
  package static func render(_ text: String) -> String {
    isSafePlain(text) ? text : quoted(text)
  }

  /// The text in double quotes, with everything escaped that is not printable.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result + "\""
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    case "\0": result += "\\0"
    case " "..."~": result.unicodeScalars.append(scalar)
    case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
    case "\0"..."\u{FF}": result += "\\x" + hexadecimal(scalar, digits: 2)
    case "\0"..."\u{FFFF}": result += "\\u" + hexadecimal(scalar, digits: 4)
    default: result += "\\U" + hexadecimal(scalar, digits: 8)
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar, digits: Int) -> String {
    let text = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: digits - text.utf8.count) + text
  }
}

// MARK: - Plain scalars

extension YAMLScalar {
  private static func isSafePlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    guard canBegin(first), last != " ", last != ":" else { return false }
    return hasSafeCharacters(text) && meansText(text)
  }

  private static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "/", "$", "(": true
    default: scalar.value > 0x7F && isPrintable(scalar)
    }
  }

  /// A `#` after a space begins a comment, a `:` before a space ends a key, and braces, brackets and
  /// commas structure a flow.
  private static func hasSafeCharacters(_ text: String) -> Bool {
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "#" where previous == " ": return false
      case " " where previous == ":": return false
      case ",", "[", "]", "{", "}", "\"", "\\", "`": return false
      case " "..."~": break
      default: if !isPrintable(scalar) { return false }
      }
      previous = scalar
    }
    return true
  }

  private static func meansText(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      YAMLSpelling.core(bytes) == .string && !YAMLSpelling.isSeparatedInteger(bytes)
        && YAMLAmbiguity(plain: bytes) == nil && !looksLikeDate(bytes)
    }
  }

  /// Readers of YAML 1.1 make a time of whatever begins like `2026-01-31`.
  private static func looksLikeDate(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var scan = ByteScan(text)
    return scan.skip(YAMLSpelling.isDigit) == 4 && scan.take("-") && scan.skip(YAMLSpelling.isDigit) > 0
      && scan.take("-") && scan.skip(YAMLSpelling.isDigit) > 0
  }

  /// Whether a character is seen and means itself; what steers the direction of text is not.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value > 0x9F else { return scalar >= " " && scalar <= "~" }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      return false
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    @unknown default: return false
    }
  }
}
