import Diagnostics
import Templating
import TestSupport
import Testing

/// Whatever a template is made of, it is refused with a finding or rendered.
@Suite struct TemplateFuzzTests {
  private static let pieces: [String] = [
    "{{", "}}", "{{{", "}}}", "{{#", "{{^", "{{/", "{{>", "{{!", "{{&", "{{=", "=}}", "<% %>", "<%", "%>",
    "a", "b.c",
    ".", " ", "\n", "\r\n", "\t", "text", "{{a}}", "{{#b}}", "{{/b}}", "{{#list}}\n", "{{/list}}\n",
    "{{>p}}\n",
    "  {{>q}}\n", "{{#escape.json}}", "{{/escape.json}}", "{{=| |=}}", "|a|", "é", "\u{2028}", "{{.}}", "=",
    "{", "}",
  ]

  private static let context: TemplateValue = [
    "a": "<x>", "b": ["c": 1, "list": []], "list": ["one", "two"], "none": nil, "on": true,
  ]

  @Test func mixturesOfPieces() {
    var random = SplitMix64(seed: 21)
    var rendered = 0
    for _ in 0..<6000 {
      let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }.joined()
      if rendersOrReports(Array(text.utf8)) { rendered += 1 }
    }
    #expect(rendered > 100)
  }

  @Test func bytes() {
    var random = SplitMix64(seed: 22)
    let alphabet: [UInt8] = Array("{}#^/>!&= .\n\rab<%".utf8) + [0, 0x80, 0xC3, 0xA9, 0xFF]
    for round in 0..<6000 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        round % 2 == 0
          ? alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
          : UInt8.random(in: 0...255, using: &random)
      }
      rendersOrReports(bytes)
    }
  }

  /// A template without tags is copied, whatever is in it.
  @Test func textIsCopied() {
    for text in HostileTexts.all(mixtures: 500, seed: 23)
    where !text.contains("{{") && !text.hasPrefix("\u{FEFF}") {
      #expect(render(text, [:], escaping: .xml) == text)
    }
  }

  /// A value is never taken for a template.
  @Test func valuesAreCopiedWhereNothingIsEscaped() {
    for text in HostileTexts.all(mixtures: 500, seed: 24) {
      #expect(render("[{{x}}]", ["x": .string(text)], escaping: .text) == "[\(text)]")
    }
  }

  @discardableResult
  private func rendersOrReports(_ bytes: [UInt8]) -> Bool {
    var bag = DiagnosticBag()
    let partials = TemplateLibrary.parse(
      [
        (name: "p", file: SourceFile(name: "p", text: "<{{a}}\n{{>q}}\n>")),
        (name: "q", file: SourceFile(name: "q", text: "{{#list}}\n- {{.}}\n{{/list}}\n")),
      ], into: &bag)
    #expect(bag.isEmpty)
    guard let template = Template.parse(SourceFile(name: "t", contents: bytes), into: &bag) else {
      #expect(bag.hasErrors)
      return false
    }
    #expect(!bag.hasErrors)
    let result = template.render(TemplateScope(Self.context), partials: partials, escaping: .xml, into: &bag)
    #expect((result == nil) == bag.hasErrors)
    return result != nil
  }
}
