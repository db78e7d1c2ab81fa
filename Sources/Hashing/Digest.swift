/// The SHA-256 of some bytes, written `sha256:` and 64 lower-case hexadecimal digits.
package struct Digest: Sendable, Hashable {
  /// The first eight of the 32 bytes, the first one highest, and so on.
  private let first, second, third, fourth: UInt64

  /// The digest of the given bytes.
  package init(of contents: [UInt8]) {
    var builder = DigestBuilder()
    builder.add(contents)
    self = builder.finish()
  }

  /// The digest with the given 32 bytes.
  init(bytes: some Sequence<UInt8>) {
    var words: [UInt64] = [0, 0, 0, 0]
    for (index, byte) in bytes.prefix(Self.byteCount).enumerated() {
      words[index / 8] = words[index / 8] << 8 | UInt64(byte)
    }
    (first, second, third, fourth) = (words[0], words[1], words[2], words[3])
  }

  private static let byteCount = 32
}

extension Digest: CustomStringConvertible, LosslessStringConvertible {
  private static let prefix = "sha256:"

  /// The digest that is written so; `nil` for every other text, also one with capital letters.
  package init?(_ text: String) {
    let prefix = Self.prefix.utf8
    guard text.utf8.count == prefix.count + 2 * Self.byteCount, text.utf8.starts(with: prefix) else {
      return nil
    }
    var text = text
    let words = text.withUTF8 { bytes -> (UInt64, UInt64, UInt64, UInt64)? in
      let digits = UnsafeBufferPointer(rebasing: bytes[prefix.count...])
      guard let first = Self.word(0, of: digits), let second = Self.word(1, of: digits),
        let third = Self.word(2, of: digits), let fourth = Self.word(3, of: digits)
      else { return nil }
      return (first, second, third, fourth)
    }
    guard let words else { return nil }
    (first, second, third, fourth) = words
  }

  /// The number that sixteen digits are.
  private static func word(_ number: Int, of digits: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var word: UInt64 = 0
    for digit in digits[16 * number..<16 * (number + 1)] {
      guard let value = value(of: digit) else { return nil }
      word = word << 4 | UInt64(value)
    }
    return word
  }

  package var description: String {
    String(unsafeUninitializedCapacity: Self.prefix.utf8.count + 2 * Self.byteCount) { buffer in
      var index = buffer.update(fromContentsOf: Self.prefix.utf8)
      for word in [first, second, third, fourth] {
        var rest = word
        for _ in 0..<16 {
          buffer[index] = Self.digit(UInt8(truncatingIfNeeded: rest >> 60))
          rest <<= 4
          index += 1
        }
      }
      return index
    }
  }

  /// The 64 digits alone, fit for the name of a file.
  package var hexadecimal: String { String(description.dropFirst(Self.prefix.count)) }

  /// The digest with the given 64 digits; `nil` for every other text.
  package init?(hexadecimal digits: String) { self.init(Self.prefix + digits) }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}

extension Digest: Comparable {
  package static func < (left: Digest, right: Digest) -> Bool {
    (left.first, left.second, left.third, left.fourth)
      < (right.first, right.second, right.third, right.fourth)
  }
}
