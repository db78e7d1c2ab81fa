import TestSupport
import Testing

@testable import Generation

/// Words of eight bytes say what single bytes say.
@Suite struct BytesTests {
  @Test func aByteIsFoundWhereverItStands() {
    for length in 0...40 {
      let text = [UInt8](repeating: 0x0C, count: length)
      #expect(!text.holds(0x0D))
      for place in text.indices {
        for other: UInt8 in [0x00, 0x0C, 0x0E, 0x8D, 0xFF] {
          var with = [UInt8](repeating: other, count: length)
          #expect(with.holds(0x0D) == false)
          with[place] = 0x0D
          #expect(with.holds(0x0D))
        }
      }
    }
  }

  @Test func textsAreTheSameOnlyToTheLastByte() {
    for length in 0...40 {
      let text = (0..<length).map { UInt8($0 * 37 & 0xFF) }
      #expect(text.isSame(as: text))
      #expect(!text.isSame(as: text + [0]))
      for place in text.indices {
        var other = text
        other[place] ^= 1
        #expect(!text.isSame(as: other))
        text.withUnsafeBytes { own in
          other.withUnsafeBytes { #expect(own.firstDifference(from: $0) == place) }
        }
      }
    }
  }
}
