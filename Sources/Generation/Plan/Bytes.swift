/// Comparing bytes that are mostly the same, by words of eight.
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
}

extension [UInt8] {
  func isSame(as other: [UInt8]) -> Bool {
    withUnsafeBytes { own in other.withUnsafeBytes { own.isSame(as: $0) } }
  }
}
