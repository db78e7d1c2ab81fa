import Diagnostics
import JSONSyntax
import TestSupport
import Testing
import XMLSyntax
import YAMLSyntax

/// Free texts that try to break out of the files that they are written into.
@Suite struct HostileTextTests {
  static let texts = [
    "\" onclick=\"x", "it's '' quoted", "*/ public void hack() { /*", "// x \\", "]]> <x/>", "--> <x/> <!--",
    "`code` ``` fence", "{{title}} {{{title}}} {{/x}}", "${secret} #[payload] @{x} %{x} $(id)",
    "<b>&amp;&#0;</b>",
    "a: b # c", "- item", "---", "| pipe | cell |", "\\u0022 \\n \\", "=cmd|' /C calc'!A0",
    "%%{init: {}}%% ; end",
    "{\"a\": [", "! & * > % @ `", "漢字 😀 e\u{301}", "tab\there", "sequenceDiagram\\nparticipant x", "null",
    "true",
    "1e5", "~", " spaces ", "\u{202E}sdrawkcab", "\u{FEFF}mark",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
  ]

  /// A profile with a text in every place where a text is free.
  static func profile(_ text: String, line: String? = nil, pattern: String = "fire-and-forget") -> String {
    let line = YAMLScalar.quoted(line ?? text)
    let text = YAMLScalar.quoted(text)
    return """
      profile: 1
      id: hostile
      title: \(line)
      owner: \(line)
      description: \(text)
      exchange: { direction: salesforce-to-external, type: process, trigger: record-change }
      latency: { human-waits: false }
      volume: { events-per-day: 100, payload: 4KB }
      licensing: { edition: enterprise, owned: [mulesoft] }
      remote: { name: \(line) }
      landscape: { systems: 3, consumers: 1 }
      reliability: { event-contract: custom }
      security: { principal: named, auth: oauth-client-credentials }
      contract:
        endpoint: { base-url: https://erp.example.com/api, named-credential: ERP }
        event: Order_Requested__e
        messages:
          - name: create-order
            operation: create
            path: /orders
            salesforce-object: Opportunity
            external-entity: Order
            description: \(text)
            fields:
              - { salesforce: Name, external: name, type: string, description: \(text), default: \(text) }
              - { salesforce: StageName, external: stage, type: enum, values: [\(line), other], description: \(text) }
            response:
              - { salesforce: Reply__c, external: reply, type: string, description: \(text) }
            examples:
              - { request: { name: \(text), stage: other }, response: { reply: \(text) } }
      decision:
        pattern: \(pattern)
        because: \(text)

      """
  }

  @Test(arguments: texts) func comeOutHarmless(_ text: String) throws {
    try expectSound(Self.profile(text))
  }

  @Test func severalLinesComeOutHarmless() throws {
    let text = "one\n*/ two\n]]> three\n--> four\n```\n---\n# five\n\n"
    try expectSound(Self.profile(text, line: "one line"))
  }

  @Test(arguments: ["request-reply", "batch-sync", "remote-call-in", "pub-sub"])
  func comeOutHarmlessInEveryPattern(_ pattern: String) throws {
    let text = Self.texts.joined(separator: " ")
    try expectSound(Self.profile(text, line: "\"'*/ ]]> --> {{x}} ${y} #[z]", pattern: pattern))
  }

  @Test func longTextsComeOutHarmless() throws {
    try expectSound(
      Self.profile(
        String(repeating: "x", count: 1_000) + String(repeating: "\"", count: 500),
        line: String(repeating: "'", count: 80)))
  }

  @Test(arguments: ["\u{0}", "\u{7}", "\u{1B}[2J", "\u{7F}", "\u{9B}"])
  func controlCharactersComeOutHarmlessOrAreRefused(_ text: String) throws {
    try expectSound(Self.profile("a\(text)b"), mayBeRefused: true)
  }

  private func expectSound(_ profile: String, mayBeRefused: Bool = false) throws {
    let scratch = try Scratch()
    try scratch.write("profile.yaml", profile)
    for format in ["terminal", "markdown", "json"] {
      let outcome = try Run("recommend", "profile.yaml", "--format", format).in(scratch)
      if mayBeRefused, outcome.status == 2 {
        outcome.hasNoResult().complains("profile.yaml:")
      } else {
        outcome.exits(0)
      }
      #expect(!(outcome.output + outcome.errors).unicodeScalars.contains("\u{1B}"))
    }
    let outcome = try Run("generate", "profile.yaml", "--output", "out").in(scratch)
    if mayBeRefused, outcome.status == 2 {
      outcome.hasNoResult().complains("profile.yaml:")
      #expect(try scratch.tree("out").isEmpty)
      return
    }
    outcome.exits(0)
    let tree = try scratch.tree("out")
    #expect(tree.count > 30)
    for (path, contents) in tree.sorted(by: { $0.key < $1.key }) { expectReadable(path, contents) }
  }

  /// Read again in its own language, without the checks of the program itself.
  private func expectReadable(_ path: String, _ contents: [UInt8]) {
    let file = SourceFile(name: path, contents: contents)
    var bag = DiagnosticBag()
    switch path.split(separator: ".").last {
    case "xml": _ = XMLDocument.parse(file, into: &bag)
    case "yaml": _ = YAMLTree.parse(file, into: &bag)
    case "json": _ = JSONValue.parse(file, into: &bag)
    case "cls": #expect(ApexText(contents).isBalanced, "\(path)")
    default: break
    }
    #expect(!bag.hasErrors, "\(path): \(bag.sorted.map(\.message))")
    #expect(String(validating: contents, as: UTF8.self) != nil, "\(path)")
    // The lines of CSV end as RFC 4180 wants them to.
    let text =
      path.hasSuffix(".csv")
      ? String(decoding: contents, as: UTF8.self).replacing("\r\n", with: "\n").utf8.map { $0 } : contents
    #expect(!text.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 }, "\(path)")
  }
}
