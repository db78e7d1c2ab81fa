/// The types that YAML readers see in the spelling of a plain scalar.
enum YAMLSpelling {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  enum Meaning: Equatable {
    case null, decimal, string
    case bool(Bool)
    case integer(radix: Int)
  }

  /// The meaning in the core schema of YAML 1.2.2 (section 10.3.2).
  static func core(_ text: Bytes) -> Meaning {
    guard let first = text.first else { return .null }
    switch first {
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
      return isWord(text, "~", "null", "Null", "NULL") ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
      return isWord(text, "true", "True", "TRUE") ? .bool(true) : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
      return isWord(text, "false", "False", "FALSE") ? .bool(false) : .string
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      return coreNumber(text)
    default: return .string
    }
  }

  private static func coreNumber(_ text: Bytes) -> Meaning {
    if matches(text, { $0.take("0") && $0.take("o") && $0.skip(isOctal) > 0 }) { return .integer(radix: 8) }
    if matches(text, { $0.take("0") && $0.take("x") && $0.skip(isHexadecimal) > 0 }) {
      return .integer(radix: 16)
    }
    if matches(text, { $0.sign() && $0.skip(isDigit) > 0 }) { return .integer(radix: 10) }
    return matches(text, coreDecimal) || isInfinite(text) ? .decimal : .string
  }

  private static func coreDecimal(_ scan: inout ByteScan) -> Bool {
    _ = scan.sign()
    let whole = scan.skip(isDigit)
    let fraction = scan.take(".") ? scan.skip(isDigit) : 0
    guard whole + fraction > 0 else { return false }
    return scan.isAtEnd || scan.takeAny("e", "E") && scan.sign() && scan.skip(isDigit) > 0
  }

  /// Infinity and not-a-number, on which all versions agree.
  static func isInfinite(_ text: Bytes) -> Bool {
    if isWord(text, ".nan", ".NaN", ".NAN") { return true }
    let unsigned = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? 1 : 0
    return isWord(Bytes(rebasing: text.dropFirst(unsigned)), ".inf", ".Inf", ".INF")
  }

  /// Whether the text is an integer whose digits stand in groups of three, such as `20_000`.
  static func isSeparatedInteger(_ text: Bytes) -> Bool {
    matches(text) { scan in
      _ = scan.take("-")
      guard let first = scan.current, first != UInt8(ascii: "0"), (1...3).contains(scan.skip(isDigit)) else {
        return false
      }
      var groups = 0
      while scan.take("_") {
        guard scan.skip(isDigit) == 3 else { return false }
        groups += 1
      }
      return groups > 0
    }
  }

  /// Whether a spelling without quotes is text in YAML 1.1 and in YAML 1.2.
  static func isUndisputedText(_ text: Bytes) -> Bool {
    if let first = text.first, text.count > longestWord, !mayBeginNumber(first) { return true }
    return core(text) == .string && !isSeparatedInteger(text) && YAMLAmbiguity(plain: text) == nil
  }

  /// The length of `false`, the longest of the words that are no text.
  private static let longestWord = 5

  private static func mayBeginNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }

  static func isWord(_ text: Bytes, _ words: StaticString...) -> Bool {
    words.contains { word in
      word.utf8CodeUnitCount == text.count && word.withUTF8Buffer { $0.elementsEqual(text) }
    }
  }

  static func matches(_ text: Bytes, _ pattern: (inout ByteScan) -> Bool) -> Bool {
    var scan = ByteScan(text)
    return pattern(&scan) && scan.isAtEnd
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  static func isOctal(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}

/// A walk over the bytes of one scalar.
struct ByteScan {
  private let text: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  var isAtEnd: Bool { position == text.count }
  var current: UInt8? { isAtEnd ? nil : text[position] }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard current == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  mutating func takeAny(_ one: Unicode.Scalar, _ other: Unicode.Scalar) -> Bool {
    take(one) || take(other)
  }

  /// Takes a sign if there is one; always true, so that it can stand in a chain.
  mutating func sign() -> Bool {
    _ = takeAny("+", "-")
    return true
  }

  /// Skips the bytes that satisfy the test, and says how many they were.
  mutating func skip(_ isWanted: (UInt8) -> Bool) -> Int {
    let start = position
    while let byte = current, isWanted(byte) { position += 1 }
    return position - start
  }
}
