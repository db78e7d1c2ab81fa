/// A check that bytes are well-formed UTF-8 (RFC 3629).
package enum UTF8Validation {
  /// The offset of the first byte that begins no well-formed sequence; `nil` where all is well.
  package static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalidByte($0) }
  }

  /// The offset of the first byte that begins no well-formed sequence; `nil` where all is well.
  package static func firstInvalidByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while true {
      index = PlainText.skipASCII(from: index, in: bytes)
      guard index < bytes.count else { return nil }
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      guard let length = sequenceLength(at: index, in: bytes) else { return index }
      index += length
    }
  }

  /// The length of the well-formed sequence of two to four bytes at `index`.
  package static func sequenceLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[index] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xE1...0xEC, 0xEE...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for following in index + 2..<index + length where bytes[following] & 0xC0 != 0x80 { return nil }
    return length
  }
}
