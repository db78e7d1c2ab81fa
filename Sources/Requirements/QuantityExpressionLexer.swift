/// Cuts the text of an expression into tokens.
struct QuantityExpressionLexer {
  /// A token and where it stands, in bytes of UTF-8.
  struct Token {
    let kind: Kind
    let text: String
    let range: Range<Int>

    /// What a token is.
    enum Kind: Equatable {
      case number, name, open, close, comma, end
      case plus, minus, times, over

      /// Whether it stands between two operands.
      var isOperator: Bool {
        switch self {
        case .plus, .minus, .times, .over: true
        case .number, .name, .open, .close, .comma, .end: false
        }
      }
    }
  }

  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The token that begins next; the end again and again once the text is used up.
  mutating func next() throws(QuantityExpressionFault) -> Token {
    while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
    guard place < bytes.count else { return token(.end, bytes.count..<bytes.count) }
    switch bytes[place] {
    case UInt8(ascii: "("): return single(.open)
    case UInt8(ascii: ")"): return single(.close)
    case UInt8(ascii: ","): return single(.comma)
    case UInt8(ascii: "+"): return try spaced(.plus)
    case UInt8(ascii: "-"): return try spaced(.minus)
    case UInt8(ascii: "*"): return try spaced(.times)
    case UInt8(ascii: "/"): return try spaced(.over)
    case let byte where Self.isDigit(byte): return word(.number) { Self.isDigit($0) || Self.isLetter($0) }
    case let byte where Self.isLetter(byte):
      return word(.name) {
        Self.isDigit($0) || Self.isLetter($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
    default: throw stray()
    }
  }

  private func token(_ kind: Token.Kind, _ range: Range<Int>) -> Token {
    Token(kind: kind, text: String(decoding: bytes[range], as: UTF8.self), range: range)
  }

  private mutating func single(_ kind: Token.Kind) -> Token {
    place += 1
    return token(kind, place - 1..<place)
  }

  /// An operator between spaces, without which it could be a part of a name.
  private mutating func spaced(_ kind: Token.Kind) throws(QuantityExpressionFault) -> Token {
    let token = single(kind)
    let isSpaced =
      token.range.lowerBound > 0 && Self.isSpace(bytes[token.range.lowerBound - 1])
      && token.range.upperBound < bytes.count && Self.isSpace(bytes[token.range.upperBound])
    guard isSpaced else {
      throw QuantityExpressionFault(
        .malformedExpression, "an operator stands between spaces, as ' \(token.text) '", token.range)
    }
    return token
  }

  private mutating func word(_ kind: Token.Kind, _ belongs: (UInt8) -> Bool) -> Token {
    let start = place
    while place < bytes.count, belongs(bytes[place]) { place += 1 }
    return token(kind, start..<place)
  }

  private func stray() -> QuantityExpressionFault {
    var end = place + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let character = String(decoding: bytes[place..<end], as: UTF8.self)
    return QuantityExpressionFault(
      .malformedExpression, "'\(character)' has no meaning in an expression", place..<end)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}
