/// A spelling without quotes that YAML readers understand in different ways.
enum YAMLAmbiguity: Equatable {
  case booleanWord(Bool)
  case leadingZero, hexadecimal, octal, binary, base60, separated, exponent

  /// The ambiguity of a plain scalar; `nil` where YAML 1.1 and YAML 1.2 agree, and for `20_000`, which
  /// this program reads as a number.
  init?(plain bytes: UnsafeBufferPointer<UInt8>) {
    if let truth = Self.booleanWord(bytes) {
      self = .booleanWord(truth)
    } else if let first = bytes.first, YAMLSpelling.isDigit(first) || "+-.".utf8.contains(first),
      !YAMLSpelling.isSeparatedInteger(bytes), let number = Self.number(bytes)
    {
      self = number
    } else {
      return nil
    }
  }

  private static func booleanWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    guard text.count <= 3 else { return nil }
    if YAMLSpelling.isWord(text, "y", "Y", "yes", "Yes", "YES", "on", "On", "ON") { return true }
    if YAMLSpelling.isWord(text, "n", "N", "no", "No", "NO", "off", "Off", "OFF") { return false }
    return nil
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>) -> YAMLAmbiguity? {
    typealias Spelling = YAMLSpelling
    let isDigit = { (byte: UInt8) in Spelling.isDigit(byte) || byte == UInt8(ascii: "_") }
    func prefixed(_ letter: Unicode.Scalar, _ isDigit: @escaping (UInt8) -> Bool) -> Bool {
      Spelling.matches(text) {
        $0.sign() && $0.take("0") && $0.take(letter)
          && $0.skip { isDigit($0) || $0 == UInt8(ascii: "_") } > 0
      }
    }
    if prefixed("x", Spelling.isHexadecimal) { return .hexadecimal }
    if prefixed("o", Spelling.isOctal) { return .octal }
    if prefixed("b", { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "1") }) { return .binary }
    if Spelling.matches(text, { $0.sign() && $0.take("0") && $0.skip(isDigit) > 0 }) { return .leadingZero }
    if Spelling.matches(text, base60) { return .base60 }
    let isNumber = Spelling.core(text) == .decimal
    let isOldNumber = Spelling.matches(text, oldDecimal) || Spelling.isInfinite(text)
    if isNumber, !isOldNumber { return .exponent }
    let isSeparated = Spelling.matches(text) {
      $0.sign() && $0.current != UInt8(ascii: "_") && $0.skip(isDigit) > 0
    }
    if isSeparated, Spelling.core(text) == .string { return .separated }
    return !isNumber && isOldNumber && Spelling.core(text) == .string ? .separated : nil
  }

  private static func base60(_ scan: inout ByteScan) -> Bool {
    let isDigit = { (byte: UInt8) in YAMLSpelling.isDigit(byte) || byte == UInt8(ascii: "_") }
    guard scan.sign(), let first = scan.current, YAMLSpelling.isDigit(first) else { return false }
    _ = scan.skip(isDigit)
    var places = 0
    while scan.take(":") {
      let leading = scan.current ?? 0
      let count = scan.skip(YAMLSpelling.isDigit)
      guard count == 1 || count == 2 && leading <= UInt8(ascii: "5") else { return false }
      places += 1
    }
    if scan.take(".") { _ = scan.skip(isDigit) }
    return places > 0
  }

  /// The floating-point numbers of YAML 1.1: a point is needed, and an exponent needs a sign.
  static func oldDecimal(_ scan: inout ByteScan) -> Bool {
    let isDigit = { (byte: UInt8) in YAMLSpelling.isDigit(byte) || byte == UInt8(ascii: "_") }
    guard scan.sign(), scan.current != UInt8(ascii: "_") else { return false }
    let whole = scan.skip(isDigit)
    guard scan.take(".") else { return false }
    let fraction = scan.skip { isDigit($0) || $0 == UInt8(ascii: ".") }
    guard whole + fraction > 0 else { return false }
    return scan.isAtEnd || scan.takeAny("e", "E") && scan.takeAny("+", "-") && scan.skip(isDigit) > 0
  }

  /// One line for a person, about the text that is ambiguous.
  func explanation(of text: String) -> String {
    switch self {
    case .booleanWord(let truth):
      "'\(text)' is \(truth) to readers of YAML 1.1 and text to readers of YAML 1.2"
    case .leadingZero: "the leading zero makes '\(text)' octal, or text, to readers of YAML 1.1"
    case .hexadecimal: "'\(text)' is a hexadecimal number"
    case .octal: "'\(text)' is an octal number to readers of YAML 1.2 and text to readers of YAML 1.1"
    case .binary: "'\(text)' is a binary number to readers of YAML 1.1 and text to readers of YAML 1.2"
    case .base60: "'\(text)' is a number in base 60 to readers of YAML 1.1 and text to readers of YAML 1.2"
    case .separated: "'\(text)' is a number to readers of YAML 1.1 and text to readers of YAML 1.2"
    case .exponent: "'\(text)' is a number to readers of YAML 1.2 and text to readers of YAML 1.1"
    }
  }
}
