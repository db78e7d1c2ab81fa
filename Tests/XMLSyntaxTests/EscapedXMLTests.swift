import Diagnostics
import Templating
import TestSupport
import Testing
import XMLSyntax

/// What a template writes into XML is read back as what it was given.
@Suite struct EscapedXMLTests {
  static let fragments: [String] = [
    "\"", "'", "<", ">", "&", "&amp;", "&#0;", "]]>", "]]", "]", "-->", "--", "-", "<!--", "<![CDATA[",
    "<?x?>",
    "\n", "\r", "\r\n", "\t", "\0", "\u{1}", "\u{B}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{2066}",
    "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "😀", "é", "\u{10FFFF}", "${x}", "#[y]", "{{", "word", " ",
  ]

  static let texts: [String] = {
    var random = SplitMix64(seed: 5)
    let mixed = (0..<3000).map { _ in
      (0..<Int.random(in: 1...6, using: &random)).map { _ in
        fragments[Int.random(in: 0..<fragments.count, using: &random)]
      }.joined()
    }
    return [""] + fragments + mixed
  }()

  @Test func textReadsBack() throws {
    for text in Self.texts {
      let root = try #require(read("<a><b/>{{x}}<c/></a>", text, .xml))
      #expect(root.children.map(\.name.local) == ["b", "c"])
      #expect(root.text == expected(text))
    }
  }

  @Test func attributesReadBackInEitherQuotes() throws {
    for text in Self.texts {
      let root = try #require(read("<a x=\"{{x}}\" y='{{x}}'/>", text, .xmlAttribute))
      #expect(root.attributes.map(\.value) == [expected(text), expected(text)])
    }
  }

  @Test func attributesAreContainedByTheEscapingOfTextToo() throws {
    for text in Self.texts {
      let root = try #require(read("<a x=\"{{x}}\" y='{{x}}'/>", text, .xml))
      let folded = expected(text).unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : String($0) }.joined()
      #expect(root.attributes.map(\.value) == [folded, folded])
    }
  }

  @Test func commentsDoNotEnd() throws {
    for text in Self.texts {
      let root = try #require(read("<a><!--{{x}}{{x}}--><b/></a>", text, .xmlComment))
      #expect(root.nodes.count == 2)
    }
  }

  @Test func cdataSectionsReadBack() throws {
    for text in Self.texts {
      let root = try #require(read("<a><![CDATA[{{x}}{{x}}]]><b/></a>", text, .cdata))
      #expect(root.text == literal(text) + literal(text))
    }
  }

  @Test func otherLanguagesReadBackWithinXML() throws {
    for text in Self.texts {
      let template = "<a x=\"{{#escape.dataweave.xml-attribute}}{{x}}{{/escape.dataweave.xml-attribute}}\"/>"
      let root = try #require(read(template, text, .text))
      #expect(root.attributes.map(\.value) == [Escaping.dataweave.escape(text)])
    }
  }

  private func read(_ template: String, _ text: String, _ escaping: Escaping) -> XMLElement? {
    var bag = DiagnosticBag()
    let parsed = Template.parse(SourceFile(name: "t", text: template), into: &bag)
    let rendered =
      parsed?.render(TemplateScope(["x": .string(text)] as TemplateObject), escaping: escaping, into: &bag)
      ?? ""
    let root = XMLDocument.parse(SourceFile(name: "x.xml", text: rendered), into: &bag)?.root
    #expect(bag.isEmpty, "\(rendered.debugDescription): \(bag.sorted.map(\.message))")
    return root
  }

  /// Only what XML 1.0 cannot hold is replaced.
  private func expected(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isExcluded = scalar.value < 0x20 && !["\n", "\r", "\t"].contains(scalar)
      return isExcluded || scalar == "\u{FFFE}" || scalar == "\u{FFFF}" ? "\u{FFFD}" : String(scalar)
    }.joined()
  }

  /// Where there are no references, a carriage return and a control of direction are replaced, too.
  private func literal(_ text: String) -> String {
    expected(text).unicodeScalars.map { scalar in
      if scalar == "\r" { return "\n" }
      return scalar == "\u{202E}" || scalar == "\u{2066}" ? "\u{FFFD}" : String(scalar)
    }.joined()
  }
}
