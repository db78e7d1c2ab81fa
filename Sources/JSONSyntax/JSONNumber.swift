/// The spelling of JSON numbers (RFC 8259, section 6).
enum JSONNumber {
  /// Whether the whole text is one JSON number.
  static func isLiteral(_ text: some Collection<UInt8>) -> Bool {
    var scan = Scan(rest: Array(text)[...])
    return scan.number() && scan.rest.isEmpty
  }

  /// Whether a literal has neither a fraction nor an exponent.
  static func isIntegral(_ literal: some Sequence<UInt8>) -> Bool {
    !literal.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }
  }

  private struct Scan {
    var rest: ArraySlice<UInt8>

    mutating func number() -> Bool {
      _ = take("-")
      if !take("0"), !digits() { return false }
      if take("."), !digits() { return false }
      if take("e") || take("E") {
        if !take("+") { _ = take("-") }
        return digits()
      }
      return true
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: character) else { return false }
      rest.removeFirst()
      return true
    }

    private mutating func digits() -> Bool {
      let end = rest.firstIndex { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? rest.endIndex
      guard end > rest.startIndex else { return false }
      rest = rest[end...]
      return true
    }
  }
}
