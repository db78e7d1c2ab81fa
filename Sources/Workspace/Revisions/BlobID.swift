/// The name that git gives to the contents of a file: the digits of a digest of 20 or 32 bytes.
package struct BlobID: Sendable, Hashable {
  /// The bytes of the digest, eight in each.
  private let words: SIMD4<UInt64>
  private let isLong: Bool

  /// The id that is written so; `nil` for every other text.
  package init?(_ digits: some Collection<UInt8>) {
    guard digits.count == 40 || digits.count == 64 else { return nil }
    var words = SIMD4<UInt64>()
    for (index, digit) in digits.enumerated() {
      guard let value = Self.value(digit) else { return nil }
      words[index / 16] = words[index / 16] << 4 | value
    }
    self.words = words
    isLong = digits.count == 64
  }

  /// Whether it is that of a file without a byte.
  var isEmptyFile: Bool { Self.emptyFiles.contains(self) }

  private static let emptyFiles = [
    "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
    "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
  ].compactMap { BlobID($0.utf8) }

  private static func value(_ digit: UInt8) -> UInt64? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(digit - UInt8(ascii: "a") + 10)
    default: nil
    }
  }

  /// As git writes it.
  var digits: [UInt8] {
    (0..<(isLong ? 64 : 40)).map { index in
      // The third word of a short id holds the last eight digits only.
      let length = !isLong && index >= 32 ? 8 : 16
      let digit = UInt8(words[index / 16] >> UInt64(4 * (length - 1 - index % 16)) & 0xF)
      return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
    }
  }
}
