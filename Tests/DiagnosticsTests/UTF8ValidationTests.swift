import Diagnostics
import TestSupport
import Testing

@Suite struct UTF8ValidationTests {
  @Test func agreesWithTheStandardLibraryOnDamagedText() {
    let text = Array("Ein Text, größer als acht Bytes – und noch einmal so lang: 🌉.\n\tEnde\u{7F}".utf8)
    var random = SplitMix64(seed: 11)
    var refused = 0
    for _ in 0..<5000 {
      var damaged = text
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let index = Int.random(in: 0..<damaged.count, using: &random)
        if Bool.random(using: &random) {
          damaged[index] = UInt8.random(in: 0...255, using: &random)
        } else {
          damaged.remove(at: index)
        }
      }
      let first = UTF8Validation.firstInvalidByte(damaged)
      #expect((first == nil) == (String(validating: damaged, as: UTF8.self) != nil))
      guard let first else { continue }
      refused += 1
      #expect(String(validating: damaged[..<first], as: UTF8.self) != nil)
    }
    #expect(refused > 1000)
    #expect(refused < 4500)
  }
}

@Suite struct PlainTextTests {
  @Test func stopsAtTheFirstByteThatIsNotPlainUnlessItIsOneOfTheLastSeven() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<1000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Int.random(in: 0..<20, using: &random) > 0
          ? UInt8.random(in: 0x20...0x7E, using: &random) : UInt8.random(in: 0...255, using: &random)
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      expect(bytes, from: start, isPlain: { (0x20...0x7E).contains($0) }, skip: PlainText.skip)
      expect(bytes, from: start, isPlain: { $0 < 0x80 }, skip: PlainText.skipASCII)
    }
  }

  private func expect(
    _ bytes: [UInt8], from start: Int, isPlain: (UInt8) -> Bool,
    skip: (Int, UnsafeBufferPointer<UInt8>) -> Int
  ) {
    let end = bytes.withUnsafeBufferPointer { skip(start, $0) }
    let first = bytes[start...].firstIndex { !isPlain($0) } ?? bytes.count
    #expect(end <= first)
    #expect(end == first || bytes.count - end < 8)
  }
}
