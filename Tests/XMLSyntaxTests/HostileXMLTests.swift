import Diagnostics
import TestSupport
import Testing
import XMLSyntax

@Suite struct HostileXMLTests {
  @Test(arguments: [
    "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
    "<!DOCTYPE a PUBLIC '-//x' 'http://localhost/x.dtd'><a/>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://localhost/x'> %x;]><a/>",
    "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;'><!ENTITY d '&c;&c;&c;'>]><a>&d;</a>",
    "<!DOCTYPE a []><a/>",
    "<!DOCTYPE html><html/>",
  ])
  func refusesDocumentTypes(_ text: String) throws {
    let bag = try #require(findings(of: Array(("<?xml version='1.0'?>\n" + text).utf8)))
    #expect(bag.sorted.map(\.id) == [.xmlDoctype])
    let range = bag.sorted.first?.primary?.location.range
    #expect(range?.start == SourcePosition(line: 2, column: 1))
  }

  @Test(arguments: [
    [0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00],
    Array("<a>".utf8) + [0xE4] + Array("</a>".utf8),
    Array("<a>".utf8) + [0xC0, 0x80] + Array("</a>".utf8),
  ])
  func refusesWhatIsNotUTF8(_ bytes: [UInt8]) throws {
    #expect(try #require(findings(of: bytes)).sorted.map(\.id) == [.xmlEncoding])
  }

  @Test func refusesAnotherDeclaredEncoding() throws {
    let bag = try #require(findings(of: Array("<?xml version='1.0' encoding='ISO-8859-1'?><a/>".utf8)))
    #expect(bag.sorted.map(\.id) == [.xmlEncoding])
  }

  @Test func takesAByteOrderMark() {
    #expect(findings(of: [0xEF, 0xBB, 0xBF] + Array("<a/>".utf8)) == nil)
  }

  @Test func boundsTheDepth() throws {
    let deep = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
    #expect(try #require(findings(of: Array(deep.utf8))).hasErrors)
    let fair = String(repeating: "<a>", count: 200) + String(repeating: "</a>", count: 200)
    var levels = 0
    var element = rootElement(of: fair)
    while let current = element {
      levels += 1
      element = current.children.first
    }
    #expect(levels == 200)
  }

  @Test func survivesDamage() {
    let text = Array(
      "<?xml version='1.0'?><a x='1' xmlns:p='u'><p:b>&lt;&#65;<![CDATA[x]]></p:b><!--c--></a>".utf8)
    var random = SplitMix64(seed: 7)
    var refused = 0
    for _ in 0..<3000 {
      let damaged = text.damaged(at: Int.random(in: 1...4, using: &random), using: &random)
      if findings(of: damaged) != nil { refused += 1 }
    }
    #expect(refused > 1500)
    #expect(refused < 3000)
  }
}

/// What is wrong with the bytes; `nil` if they are a document, which then has a root. A check finds the same.
private func findings(of bytes: [UInt8]) -> DiagnosticBag? {
  let file = SourceFile(name: "x.xml", contents: bytes)
  var (bag, checked) = (DiagnosticBag(), DiagnosticBag())
  let document = XMLDocument.parse(file, into: &bag)
  XMLDocument.check(file, into: &checked)
  #expect(checked.sorted == bag.sorted)
  guard let document else {
    #expect(bag.hasErrors)
    return bag
  }
  #expect(!document.root.name.local.isEmpty)
  return nil
}
