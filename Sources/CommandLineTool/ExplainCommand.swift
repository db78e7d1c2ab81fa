import Analysis
import ArgumentParser
import Reporting

/// `bascule explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the page of anything that the catalog knows.",
    discussion: """
      A pattern, topology, technology, practice, anti-pattern, rule, limit, derivation, constraint, role, source \
      or scenario by its id, a requirement as section.key. Where two kinds share an id, kind:id tells them apart.
      """)

  @Argument(help: ArgumentHelp("What to explain.", valueName: "id"))
  var ids: [String]

  @OptionGroup var format: FormatOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let catalog = try WorkspaceLoader(options: knowledge, console: console).wholeKnowledge().catalog
    let entries = try ids.map { try CatalogLoader.entry(named: $0, catalog, console) }
    let reports = entries.map { EntryPage.make($0, catalog) }
    try console.write(reports.rendered(as: format.format, console))
  }
}
