/// Where a text of a pack stands among all of them: in one word, of which each number takes 28 bits.
struct TextPlace {
  static let size = MemoryLayout<UInt64>.size

  let start: Int
  let count: Int

  init(start: Int, count: Int) { (self.start, self.count) = (start, count) }

  init(word: UInt64) {
    let bits = PackedWord.unpack(word)
    start = Int(bits & 0xFFF_FFFF)
    count = Int(bits >> 28)
  }

  var word: UInt64 { PackedWord.pack(UInt64(start) | UInt64(count) << 28) }
}
