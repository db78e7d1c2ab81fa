@testable import DocumentSchema
import TestSupport
import Testing

@Suite struct TextPatternTests {
  private static let expressions = [
    "^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "^(a|bc|)d?$", "^a{1}b{0,2}c{1,}$", "^[^a-b]+$", "^(?:(a+)b)*c$",
    "^[-a.]*\\.$",
    "^$", "^[\\-\\]]+$", "^(a?){3}(b|[0-9]{2})+$", "^((a|b)(c|a))*$", "^é+[à-ü]?$",
  ]

  @Test(arguments: expressions) func agreesWithAnotherEngine(expression: String) throws {
    let pattern = try #require(TextPattern("a test", parsing: expression))
    let regex = try Regex(expression).matchingSemantics(.unicodeScalar)
    var automaton = PatternAutomaton(pattern)
    var random = SplitMix64(seed: 5)
    let alphabet = Array("aabbccd012-.]éü")
    var matched = 0
    for _ in 0..<3_000 {
      let count = Int.random(in: 0...6, using: &random)
      let text = String((0..<count).map { _ in alphabet.randomElement(using: &random) ?? "a" })
      let expected = try regex.wholeMatch(in: text) != nil
      if expected { matched += 1 }
      #expect(pattern.matches(text) == expected, "'\(text)'")
      let found = automaton.matches(text)
      #expect(found == expected, "'\(text)'")
    }
    #expect(matched > 0)
  }

  @Test(arguments: [
    "a", "^a", "a$", "^a|b$", "^.$", "^\\d$", "^(a$", "^a)$", "^[a$", "^[]$", "^[b-a]$", "^*a$", "^a{2,1}$",
    "^a{$",
    "^a{9999}$", "^(?=a)$", "^(?<n>a)$", "^a$b$", "^\\", "^[[]$", "^a}$",
  ])
  func refusesWhatReadersDisagreeAbout(expression: String) {
    #expect(TextPattern("a test", parsing: expression) == nil)
  }

  @Test func neverMatchesALineBreak() {
    let pattern = TextPattern("a test", "^[^a]*$")
    #expect(pattern.matches("b"))
    #expect(!pattern.matches("b\n"))
    #expect(!pattern.matches("\r"))
    var automaton = PatternAutomaton(pattern)
    for _ in 0..<100 {
      let found = ["b", "b\n", "\r"].map { automaton.matches($0) }
      #expect(found == [true, false, false])
    }
  }

  @Test func agreesWhereThereAreMoreStatesThanATableIsMadeFor() {
    let pattern = TextPattern("a test", "^(a|b)*a(a|b){11}$")
    var automaton = PatternAutomaton(pattern)
    var random = SplitMix64(seed: 7)
    var matched = 0
    for _ in 0..<3_000 {
      let text = String(
        (0..<Int.random(in: 8...40, using: &random)).map { _ in "ab".randomElement(using: &random) ?? "a" })
      let expected = pattern.matches(text)
      if expected { matched += 1 }
      let found = automaton.matches(text)
      #expect(found == expected, "'\(text)'")
    }
    #expect(matched > 0)
  }

  @Test func staysLinearWhereBacktrackingWouldNot() {
    let pattern = TextPattern("a test", "^((a+)+)+$")
    #expect(!pattern.matches(String(repeating: "a", count: 2_000) + "b"))
  }
}

extension PatternAutomaton {
  fileprivate mutating func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }
}
