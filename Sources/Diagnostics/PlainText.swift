/// What nearly every text consists of, skipped eight bytes at a time; whoever reads on looks at the rest one by one.
package enum PlainText {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Skips printable ASCII: the offset of the first other byte, or of one among the last seven.
  package static func skipPrintable(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // A high bit shows a byte above 0x7E in the first half, one below 0x20 in the second; what is carried over comes
    // from a lower byte that has a high bit itself.
    skip(from: start, in: bytes) { $0 | ($0 &+ ones) | ($0 &- 0x20 &* ones) }
  }

  /// Skips ASCII: the offset of the first other byte, or of one among the last seven.
  package static func skipASCII(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    skip(from: start, in: bytes) { $0 }
  }

  @inline(__always)
  private static func skip(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>, marking mark: (UInt64) -> UInt64
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let marks = mark(word) & highBits
      guard marks == 0 else { return index + marks.trailingZeroBitCount / 8 }
      index += 8
    }
    return index
  }
}
