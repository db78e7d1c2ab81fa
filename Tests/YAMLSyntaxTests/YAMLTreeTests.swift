import Diagnostics
import Testing
import YAMLSyntax

@Suite struct YAMLTreeTests {
  static let sample = """
    # a comment
    id: été-order
    list:
      - 1
      - [a, "b c", {d: 'e'}]
    text: >
      folded
      text
    none:

    """

  @Test func keepsStructureAndOrder() throws {
    let root = try #require(Parsed(Self.sample).root)
    #expect(
      root.outline
        == #"{"id":"été-order","list":["1",["a","b c",{"d":"e"}]],"text":"folded text\n","none":""}"#)
    #expect(root.entries.count == 4)
    #expect(root["list"]?.elements.count == 2)
    #expect(root["list"]?.entries.isEmpty == true)
    #expect(root["missing"] == nil)
    #expect(root["id"]?["nothing"] == nil)
    #expect(root["id"]?.elements.isEmpty == true)
  }

  @Test func knowsWhereEveryNodeIsWritten() throws {
    let root = try #require(Parsed(Self.sample).root)
    let list = try #require(root["list"])
    let spans = [root, list] + list.elements + [try #require(root["id"])] + root.entries.map(\.key)
    #expect(
      spans.map(\.span) == [
        "2:1-9:6", "4:3-5:25", "4:5-4:6", "5:5-5:25", "2:5-2:14", "2:1-2:3", "3:1-3:5", "6:1-6:5", "9:1-9:5",
      ])
    #expect(root["none"]?.span == "9:6-9:6")
  }

  @Test func knowsHowEveryNodeIsWritten() throws {
    let root = try #require(Parsed("[plain, 'single', \"double\", !!str tagged]").root)
    #expect(root.style == .flow)
    #expect(root.elements.map(\.style) == [.plain, .singleQuoted, .doubleQuoted, .plain])
    #expect(root.elements.map(\.isPlain) == [true, false, false, false])
    let blocks = try #require(Parsed("a: |\n  x\nb: >-\n  y\n").root)
    #expect(blocks.style == .block)
    #expect(blocks.entries.map(\.value.style) == [.literal, .folded])
  }

  @Test func comparesTextsWithoutCopyingThem() throws {
    let root = try #require(Parsed("a: 'é'\nb: [x]").root)
    let node = try #require(root["a"])
    #expect(node.textEquals("é") && node.textEquals(String("é")))
    #expect(!node.textEquals("e") && !node.textEquals(String("éa")))
    #expect(root["b"]?.textEquals("x") == false)
    #expect(root["b"]?.text == nil)
    #expect(node.withText { Array($0) } == Array("é".utf8))
  }

  @Test func followsAliasesToTheirAnchors() throws {
    let root = try #require(Parsed("a: &x {k: [1, 2]}\nb: *x\nc: &y v\n*y : *x\n&x d: *x\n").root)
    #expect(
      root.outline
        == #"{"a":{"k":["1","2"]},"b":{"k":["1","2"]},"c":"v","v":{"k":["1","2"]},"d":"d"}"#)
    #expect(root["b"]?.span == "2:4-2:6")
    #expect(root["b"]?["k"]?.span == "1:11-1:17")
  }

  @Test func readsEveryLineBreakAndAByteOrderMark() throws {
    let root = try #require(Parsed([0xEF, 0xBB, 0xBF] + Array("a: 1\r\nb: |\r\n  x\r\n  y\r\n".utf8)).root)
    #expect(root.outline == #"{"a":"1","b":"x\ny\n"}"#)
    #expect(root.location.range.start.column == 1)
  }
}
