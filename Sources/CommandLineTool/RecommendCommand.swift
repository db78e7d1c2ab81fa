import Analysis
import ArgumentParser
import CatalogModel
import DecisionEngine
import Diagnostics
import JSONSyntax
import Reporting
import Requirements

/// `bascule recommend`
struct RecommendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recommend",
    abstract: "Recommend pattern, topology, technologies and practices, with reasons and sources.",
    discussion: """
      What a profile does not state is unknown; nothing is defaulted. The result says what it rests on, which \
      missing answer could change it, and what would.
      """)

  @Argument(
    help: "Profiles, or folders of profiles; - for standard input.",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @OptionGroup var format: FormatOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let catalog = try CatalogLoader.load(knowledge, console)
    let profiles = try ProfileLoader(catalog: catalog).load(all: paths, console)
    let table = DecisionTable(catalog)
    var explorer = OutlookExplorer(table)
    let reports = profiles.valid.map { report(on: $0, table, &explorer) }
    try console.write(rendered(reports, console))
    guard profiles.valid.count == profiles.count else { throw ExitStatus.invalidInput }
  }

  private func report(on profile: Profile, _ table: DecisionTable, _ explorer: inout OutlookExplorer)
    -> Report
  {
    RecommendationReport.make(
      profile: profile, decision: table.decide(profile.answers, decided: profile.decision?.ids ?? []),
      outlook: explorer.explore(profile.answers), catalog: table.catalog, isVerbose: format.verbose)
  }

  /// One report as it is; several in JSON as an array.
  private func rendered(_ reports: [Report], _ console: Console) -> String {
    if reports.count != 1, case .json = format.format {
      return JSONValue.array(reports.map(\.payload)).rendered(indent: 2) + "\n"
    }
    return reports.map { $0.rendered(as: format.format, terminal: console.output) }.joined(separator: "\n")
  }
}
