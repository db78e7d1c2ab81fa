extension String {
  /// The text with everything that could steer a terminal or hide from a reader made visible:
  /// control characters, and the marks that turn the direction of writing.
  var visible: String {
    guard !isPrintableASCII, unicodeScalars.contains(where: \.isTreacherous) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isTreacherous {
        result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The same on one line, so that a text cannot pass for another line of a report.
  package var visibleLine: String {
    String(visible.map { $0.isNewline ? " " : $0 })
  }
}

extension Unicode.Scalar {
  fileprivate var isTreacherous: Bool {
    switch value {
    case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: true
    default: false
    }
  }
}
