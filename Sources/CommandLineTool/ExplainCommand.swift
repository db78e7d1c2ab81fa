import Analysis
import ArgumentParser
import Reporting

/// `bascule explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: Bascule.name,
    abstract: "Show the page of anything that the catalog knows, or of a diagnostic.",
    discussion: """
      A pattern, topology, technology, practice, anti-pattern, rule, limit, derivation, constraint, role, source \
      or scenario by its id, a requirement as section.key, a diagnostic as it stands in brackets after its message. Where two \
      kinds share an id, kind:id tells them apart.
      """)

  @Argument(help: ArgumentHelp("What to explain.", valueName: "id"))
  var ids: [String]

  @OptionGroup var format: FormatOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let needsCatalog = !ids.allSatisfy(DiagnosticPages.isName)
    let catalog =
      needsCatalog
      ? try WorkspaceLoader(options: knowledge, console: console).wholeKnowledge().catalog : nil
    let reports = try ids.map { id -> Report in
      guard let catalog, !DiagnosticPages.isName(id) else { return try DiagnosticPages.page(id, console) }
      return EntryPage.make(try CatalogLoader.entry(named: id, catalog, console), catalog)
    }
    try console.write(reports.rendered(as: format.format, console))
  }
}
