import DesignModel
import Diagnostics
import Generation
import Testing

/// What is left out, and what is refused, because it would not fit.
@Suite struct FittingTests {
  private static let text = SampleProfile.head + SampleProfile.contract
  private static let optional = "required-when: [ { technologies: [owl] } ]\n"

  private func kind(_ id: String, _ changes: (String, String)...) -> [String: String] {
    let path = id + "/kind.yaml"
    return [path: changes.reduce(SampleTemplates.files[path] ?? "") { $0.replacing($1.0, with: $1.1) }]
  }

  @Test func leavesOutTheMessagesThatAKindCannotCarryWhereItIsNotRequired() throws {
    let refusing = kind("job", ("for-each:", Self.optional + "refuses: [nested-fields]\nfor-each:"))
    let (files, findings) = try SampleProfile.generate(Self.text, refusing)
    let paths = ["classes/ReadOrderJob.cls", "classes/ReadOrderJob.cls-meta.xml", "docs/won-deal.md"]
    #expect(files?.map(\.path.description) == paths)
    #expect(findings.map(\.id) == [.generationLeftOut])
    #expect(findings.first?.severity == .warning)
    let message = "'job' is left out for some messages, since the design can do without it"
    #expect(findings.first?.message == message)
    let line = try #require(findings.first?.primary?.location)
    #expect(line.file.line(line.range.start.line)?.contains("external: lines") == true)
  }

  @Test func leavesOutAKindThatLacksWhatItNeedsWhereItIsNotRequired() throws {
    let silent = Self.text.replacing(", path: /orders }", with: " }")
    let (files, findings) = try SampleProfile.generate(
      silent, kind("job", ("for-each:", Self.optional + "for-each:")))
    #expect(files?.contains { $0.path.description == "classes/CreateOrderJob.cls" } == true)
    #expect(files?.contains { $0.path.description == "classes/ReadOrderJob.cls" } == false)
    #expect(findings.map(\.id) == [.generationLeftOut])
    #expect(findings.first?.notes.last?.contains("read-order") == true)
  }

  @Test func leavesOutAKindOfTheWholeDesignThatOneMessageDoesNotFit() throws {
    let page = kind("page", ("files:", Self.optional + "refuses: [nested-fields]\nfiles:"))
    let (files, findings) = try SampleProfile.generate(Self.text, page)
    #expect(files?.contains { $0.kind == "page" } == false)
    #expect(findings.map(\.message) == ["'page' is left out, since the design can do without it"])
  }

  @Test func refusesWhatARequiredKindCannotCarry() throws {
    let required = "required-when: [ { technologies: [bus] } ]\nrefuses: [nested-fields]\nfor-each:"
    let (files, findings) = try SampleProfile.generate(Self.text, kind("job", ("for-each:", required)))
    #expect(files == nil)
    #expect(findings.map(\.id) == [.generationUnfitContract])
  }

  @Test(arguments: [("63.0", false), ("64.0", true), ("68.0", true)])
  func leavesOutFilesThatAreNewerThanTheVersionOfTheWorkspace(version: String, isMade: Bool) throws {
    let page = kind("page", ("ownership: merged", "ownership: merged, since: 64"))
    let settings = WorkspaceSettings(apiVersion: version)
    let (files, findings) = try SampleProfile.generate(Self.text, page, settings)
    #expect(findings.isEmpty)
    #expect(files?.contains { $0.kind == "page" } == isMade)
  }

  @Test func tellsTemplatesWhatTheVersionOfTheWorkspaceHas() throws {
    let template =
      "{{#workspace.since.v64}}new{{/workspace.since.v64}}{{^workspace.since.v64}}old{{/workspace.since.v64}}\n"
    for (version, text) in [("63.0", "old\n"), ("64.0", "new\n")] {
      let settings = WorkspaceSettings(apiVersion: version)
      let files = try SampleProfile.generate(Self.text, ["page/page.md.mustache": template], settings).files
      let page = files?.first { $0.kind == "page" }
      #expect(page.map { String(decoding: $0.contents, as: UTF8.self) } == text)
    }
  }

  @Test(arguments: [("text", "four\n", 5), ("xml", "<a>é&amp;</a>\n", 10)])
  func refusesAFileThatIsLongerThanItsReaderTakes(language: String, contents: String, length: Int) throws {
    for (maximum, ids) in [(length, []), (length - 1, [DiagnosticID.generationTooLong])] {
      let page = kind(
        "page", ("ownership: merged", "ownership: merged, max-characters: \(maximum)"),
        ("language: markdown", "language: \(language)"))
      let templates = ["page/page.md.mustache": contents].merging(page) { $1 }
      let (files, findings) = try SampleProfile.generate(Self.text, templates)
      #expect(findings.map(\.id) == ids)
      #expect((files == nil) == !ids.isEmpty)
      #expect(findings.allSatisfy { $0.primary?.location.file.name == "profile.yaml" })
    }
  }
}
