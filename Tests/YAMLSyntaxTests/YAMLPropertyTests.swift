import Diagnostics
import TestSupport
import Testing
import YAMLSyntax

@Suite struct YAMLPropertyTests {
  private static let awkward = [
    "'", "\"", ": ", ":", " #", "#", "- ", "-", "yes", "no", "1e3", "0x1F", "17", ".", "\\", "\n", "\r", "\t",
    " ",
    "\0", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "é", "日", "😀", "a", "b", "{", "}", "[", "]", ",", "&",
    "*", "!",
    "|", ">", "%", "@", "`", "?", "~", "null", "true", "<<", "=", "_", "+", "2026-01-01", "\u{E000}",
    "\u{FFFF}",
  ]

  @Test func whatWasRenderedIsReadBackAsTheSameString() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        Self.awkward.randomElement(using: &random) ?? ""
      }.joined()
      let scalar = YAMLScalar.render(text)
      for document in ["k: \(scalar)\n", "[\(scalar), x]\n", "- \(scalar)\n", "{k: \(scalar)}", scalar] {
        let root = Parsed(document).root
        let node = root?["k"] ?? root?.elements.first { _ in true } ?? root
        #expect(node?.coreValue == .string(text), "\(document)")
        #expect(node?.ambiguity == nil)
      }
      #expect(Parsed("\(scalar): 1\n").root?[text]?.coreValue == .integer(1))
    }
  }

  @Test func anyBytesGiveEitherATreeOrAnError() {
    var random = SplitMix64(seed: 4)
    let seeds = [YAMLTreeTests.sample, "a: &x [1, *x]\n<<: {b: !!str c}\n", "? a\n: |2-\n   b\n--- x\n"]
    for _ in 0..<4_000 {
      var bytes = Array((seeds.randomElement(using: &random) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) { Self.mutate(&bytes, using: &random) }
      check(bytes)
    }
    for _ in 0..<2_000 {
      check(
        (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  private func check(_ bytes: [UInt8]) {
    let parsed = Parsed(bytes)
    #expect((parsed.tree == nil) == parsed.findings.contains { $0.severity == .error }, "\(bytes)")
    _ = parsed.root?.outline
  }

  private static func mutate(_ bytes: inout [UInt8], using random: inout SplitMix64) {
    guard !bytes.isEmpty else { return bytes.append(0x2D) }
    let place = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(contentsOf: Array((awkward.randomElement(using: &random) ?? "").utf8), at: place)
    default: bytes.insert(contentsOf: bytes[place..<min(place + 8, bytes.count)], at: place)
    }
  }
}
