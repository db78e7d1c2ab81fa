import Diagnostics
import JSONSyntax
import TestSupport
import Testing

@Suite struct JSONPropertyTests {
  @Test func parsingWhatWasRenderedGivesTheSameValue() {
    var random = SplitMix64(seed: 1)
    for round in 0..<500 {
      let value = Self.value(depth: 4, using: &random)
      var bag = DiagnosticBag()
      let file = SourceFile(name: "a.json", text: value.rendered(indent: round % 2 == 0 ? 2 : nil))
      #expect(JSONValue.parse(file, into: &bag) == value)
    }
  }

  @Test func anyBytesGiveEitherAValueOrAnError() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<2_000 {
      var bytes = Array(Self.value(depth: 3, using: &random).rendered(indent: nil).utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      var bag = DiagnosticBag()
      let value = JSONValue.parse(SourceFile(name: "a.json", contents: bytes), into: &bag)
      #expect((value == nil) == bag.hasErrors)
    }
  }

  private static func value(depth: Int, using random: inout SplitMix64) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .integer(Int.random(in: .min ... .max, using: &random))
    case 3:
      return .decimal("\(Int.random(in: -9...9, using: &random)).\(Int.random(in: 0...99, using: &random))")
    case 4: return .string(text(using: &random))
    case 5:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth - 1, using: &random) })
    default:
      let count = Int.random(in: 0...4, using: &random)
      return .object(
        (0..<count).map {
          JSONMember("\($0)" + text(using: &random), value(depth: depth - 1, using: &random))
        })
    }
  }

  private static func text(using random: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let limit: UInt32 = Bool.random(using: &random) ? 0x7F : 0x10FFFF
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &random)) {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
