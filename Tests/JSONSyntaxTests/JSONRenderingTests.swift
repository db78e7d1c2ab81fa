import JSONSyntax
import Testing

@Suite struct JSONRenderingTests {
  static let sample: JSONValue = [
    "name": "a", "list": [1, true, nil, []], "nested": ["empty": [:], "ratio": .decimal("0.80")],
  ]

  @Test func indentsByTwoSpacesAndKeepsTheOrderOfKeys() {
    #expect(
      Self.sample.rendered() == """
        {
          "name": "a",
          "list": [
            1,
            true,
            null,
            []
          ],
          "nested": {
            "empty": {},
            "ratio": 0.80
          }
        }
        """)
  }

  @Test func putsEverythingOnOneLineWithoutAnIndent() {
    #expect(
      Self.sample.rendered(indent: nil)
        == #"{"name":"a","list":[1,true,null,[]],"nested":{"empty":{},"ratio":0.80}}"#)
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
    ("\0\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
    ("\u{2028}\u{2029}\u{85}", #""\u2028\u2029\u0085""#), ("é😀", "\"é😀\""),
  ])
  func escapesWhatCannotStandInAString(text: String, expected: String) {
    #expect(JSONValue.string(text).rendered() == expected)
  }

  @Test func findsAMemberByItsKey() {
    #expect(Self.sample["nested"]?["ratio"] == .decimal("0.80"))
    #expect(Self.sample["other"] == nil)
    #expect(JSONValue.null["name"] == nil)
  }
}
