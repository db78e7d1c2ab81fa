/// Looking through bytes by words of eight.
extension UnsafeRawBufferPointer {
  /// The place of the first byte that differs, or the length of the shorter.
  func firstDifference(from other: UnsafeRawBufferPointer) -> Int {
    let end = Swift.min(count, other.count)
    var place = 0
    while place + 8 <= end {
      let word = loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if word != other.loadUnaligned(fromByteOffset: place, as: UInt64.self) { break }
      place += 8
    }
    while place < end, self[place] == other[place] { place += 1 }
    return place
  }

  func isSame(as other: UnsafeRawBufferPointer) -> Bool {
    count == other.count && firstDifference(from: other) == count
  }

  /// Whether a byte is among them.
  func holds(_ byte: UInt8) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let wanted = ones &* UInt64(byte)
    var place = 0
    while place + 8 <= count {
      // A byte is zero where it is the wanted one; only then does its highest bit come to be set.
      let word = loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ wanted
      if (word &- ones) & ~word & (ones << 7) != 0 { return true }
      place += 8
    }
    return self[place...].contains(byte)
  }
}

extension [UInt8] {
  func isSame(as other: [UInt8]) -> Bool {
    withUnsafeBytes { own in other.withUnsafeBytes { own.isSame(as: $0) } }
  }

  func holds(_ byte: UInt8) -> Bool { withUnsafeBytes { $0.holds(byte) } }
}
