import Analysis
import CatalogModel
import DecisionEngine
import Diagnostics
import JSONSyntax
import Reporting
import Requirements
import TestSupport
import Testing

/// Reports of profiles whose texts try to be more than texts.
@Suite struct HostileReportTests {
  private static let text =
    "<script>x</script> [a](javascript:x) ![i](u) `c` **b** # h | cell \u{1B}[31m \u{202E} \n- item \n# head ]]> --> */"

  private func report() throws -> Report {
    var bag = DiagnosticBag()
    let catalog = TinyCatalog.make(into: &bag)
    try #require(bag.isEmpty)
    let table = DecisionTable(catalog)
    let answers = Answers(count: catalog.vocabulary.requirements.count)
    let profile = Profile(
      file: SourceFile(name: "profile.yaml", text: ""), id: "hostile", title: Self.text, owner: Self.text,
      description: Self.text, answers: answers, contract: nil, contractPlace: nil, decision: nil)
    var explorer = OutlookExplorer(table)
    return RecommendationReport.make(
      profile: profile, decision: table.decide(answers), outlook: explorer.explore(answers), catalog: catalog)
  }

  @Test func markdownShowsThemAsTexts() throws {
    let markdown = try report().rendered(as: .markdown)
    let heading = try #require(markdown.split(separator: "\n").first)
    #expect(heading.hasPrefix("## &lt;script&gt;x&lt;/script&gt; \\[a\\](javascript:x) \\!\\[i\\]"))
    #expect(heading.hasSuffix("(hostile)"))
    #expect(!markdown.contains("<script") && !markdown.contains("\u{1B}") && !markdown.contains("\u{202E}"))
    #expect(!markdown.contains("\n- item") && !markdown.contains("\n# head"))
  }

  @Test func theTerminalShowsThemAsTexts() throws {
    let text = try report().rendered(as: .terminal, terminal: TerminalStyle(width: 80, hasColor: false))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
    #expect(text.contains("\\u{1B}[31m"))
  }

  @Test func jsonGivesThemBackUnchanged() throws {
    var bag = DiagnosticBag()
    let text = try report().rendered(as: .json)
    let value = try #require(JSONValue.parse(SourceFile(name: "json", text: text), into: &bag))
    #expect(value["profile"]?["title"] == .string(Self.text))
  }
}
