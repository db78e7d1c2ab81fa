import Diagnostics
import TestSupport
import Testing

@Suite struct UTF8ValidationTests {
  @Test func agreesWithTheStandardLibraryOnDamagedText() {
    let text = Array("Ein Text, größer als acht Bytes – und noch einmal so lang: 🌉.\n\tEnde\u{7F}".utf8)
    var random = SplitMix64(seed: 11)
    var refused = 0
    for _ in 0..<5000 {
      let damaged = text.damaged(at: Int.random(in: 0...2, using: &random), using: &random)
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
