import Diagnostics
import TestSupport
import Testing

@Suite struct PlainTextTests {
  @Test func stopsAtTheFirstByteThatIsNotPlainUnlessItIsOneOfTheLastSeven() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<1000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Int.random(in: 0..<20, using: &random) > 0
          ? UInt8.random(in: 0x20...0x7E, using: &random) : UInt8.random(in: 0...255, using: &random)
      }
      let start = Int.random(in: 0...bytes.count, using: &random)
      expect(bytes, from: start, isPlain: { (0x20...0x7E).contains($0) }, skip: PlainText.skipPrintable)
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
