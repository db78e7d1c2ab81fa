extension [UInt8] {
  /// Where a mark begins first, from an index on.
  func firstIndex(of mark: StaticString, from start: Int) -> Int? {
    withUnsafeBufferPointer { bytes in
      mark.withUTF8Buffer { mark in
        guard let first = mark.first else { return nil }
        var index = start
        while index + mark.count <= bytes.count {
          if bytes[index] == first, mark.indices.allSatisfy({ bytes[index + $0] == mark[$0] }) {
            return index
          }
          index += 1
        }
        return nil
      }
    }
  }
}
