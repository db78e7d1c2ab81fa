extension [UInt8] {
  /// The bytes with so many of them replaced, removed or repeated elsewhere.
  package func damaged(at places: Int, using random: inout SplitMix64) -> [UInt8] {
    var bytes = self
    for _ in 0..<places {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: index)
      default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: index)
      }
    }
    return bytes
  }
}
