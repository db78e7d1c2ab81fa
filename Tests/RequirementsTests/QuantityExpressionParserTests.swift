import Diagnostics
import Requirements
import TestSupport
import Testing

@Suite struct QuantityExpressionParserTests {
  @Test(arguments: [
    ("1_000", QuantityKind.count), ("1MB", .size), ("120s", .duration), ("volume.payload", .size),
    ("volume.events-per-day * landscape.consumers", .count), ("2 * volume.payload", .size),
    ("volume.payload * 2", .size), ("volume.payload / 1KB", .count), ("volume.payload / 2", .size),
    ("volume.events-per-day * remote.response-time / 1h", .count),
    ("ceil(volume.events-per-day / 200) + 2", .count), ("max(1s, remote.response-time)", .duration),
    ("min(1, 2, 3)", .count), ("first(volume.records-per-run, volume.events-per-day, 1)", .count),
    ("first(ceil(volume.events-per-day / volume.records-per-run), 1) * 36", .count),
    ("( 1 + 2 ) * 3", .count), ("latency.within", .duration), (" 1\n +\n 2 \n", .count),
  ])
  func readsExpressionsAndTheirKinds(_ text: String, _ kind: QuantityKind) throws {
    #expect(try QuantityVocabulary.parse(text).kind == kind)
  }

  @Test(arguments: [
    ("", DiagnosticID.malformedExpression, 0..<0),
    ("1 +", .malformedExpression, 2..<3),
    ("1 + ", .malformedExpression, 4..<4),
    ("1 2", .malformedExpression, 2..<3),
    ("volume.payload*2", .malformedExpression, 14..<15),
    ("1 -2", .malformedExpression, 2..<3),
    ("(1 + 2", .malformedExpression, 0..<1),
    ("(1, 2)", .malformedExpression, 2..<3),
    ("1 + ü", .malformedExpression, 4..<6),
    ("1__0", .malformedExpression, 0..<4),
    ("1_000XB", .malformedExpression, 0..<7),
    ("1000000000000", .malformedExpression, 0..<13),
    ("ceil(1, 2)", .malformedExpression, 0..<4),
    ("max(1)", .malformedExpression, 0..<3),
    ("max()", .malformedExpression, 4..<5),
    ("floor(1)", .unknownFunction, 0..<5),
    ("2 * volume.paylod", .unknownRequirement, 4..<17),
    ("payload", .unknownRequirement, 0..<7),
    ("licensing.edition + 1", .unmeasuredRequirement, 0..<17),
    ("1 + 1MB", .kindsDiffer, 2..<3),
    ("1s * 1MB", .kindsDiffer, 3..<4),
    ("1 / 1s", .kindsDiffer, 2..<3),
    ("max(1, 2, 3s)", .kindsDiffer, 10..<12),
    ("first(1s, volume.payload)", .kindsDiffer, 10..<24),
  ])
  func namesTheExactPlaceOfAFault(_ text: String, _ id: DiagnosticID, _ range: Range<Int>) throws {
    let fault = #expect(throws: QuantityExpressionFault.self) { try QuantityVocabulary.parse(text) }
    #expect(fault?.id == id)
    #expect(fault?.range == range)
  }

  @Test(arguments: [("2 * volume.paylod", "volume.payload"), ("cell(1)", "ceil")])
  func proposesTheNearestSpelling(_ text: String, _ proposal: String) throws {
    let fault = #expect(throws: QuantityExpressionFault.self) { try QuantityVocabulary.parse(text) }
    #expect(fault?.replacement == proposal)
  }

  /// A text that begins so and goes on with the other part a hundred thousand times.
  @Test(arguments: [("", "("), ("", "ceil("), ("1", " + 1"), ("max(", "1, ")])
  func refusesWhatWouldExhaustTheStack(_ start: String, _ part: String) throws {
    let text = start + String(repeating: part, count: 100_000)
    #expect(throws: QuantityExpressionFault.self) { try QuantityVocabulary.parse(text) }
  }

  /// Any text is an expression or has a fault within it, and an expression has a value under any answers.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func survivesAnyText(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let text = Self.text(using: &random)
      do {
        let expression = try QuantityVocabulary.parse(text)
        let answers = RandomQuantities.answers(using: &random)
        let value = expression.evaluate(answers)
        #expect(expression.needs(answers).isEmpty == (value != .unstated), "\(text)")
        _ = expression.bounds(answers)
        #expect(!expression.spelled(answers, QuantityVocabulary.vocabulary).isEmpty)
        #expect(!value.rendered(as: expression.kind).isEmpty)
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count, "\(text)")
        #expect(!error.message.isEmpty)
      }
    }
  }

  private static let pieces = [
    "1", "0", "1_000", "2MB", "90s", "999999999999", "999999999GB", "volume.events-per-day",
    "volume.records-per-run", "volume.payload", "remote.response-time", "latency.within",
    "landscape.consumers",
    "licensing.edition", "volume.", "ceil", "ceil(", "max(", "min(", "first(", "(", ")", ", ", " + ", " - ",
    " * ", " / ", "+", "-", " ", "\n", "ü", "_", ".", "%",
  ]

  private static func text(using random: inout SplitMix64) -> String {
    guard Bool.random(using: &random) else { return RandomQuantities.expression(depth: 4, using: &random) }
    return (0..<Int.random(in: 0...12, using: &random)).map { _ in
      pieces[Int.random(in: pieces.indices, using: &random)]
    }.joined()
  }
}
