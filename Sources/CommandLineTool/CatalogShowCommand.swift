import Analysis
import ArgumentParser
import CatalogModel
import Diagnostics
import DocumentSchema
import Reporting
import Requirements
import YAMLSyntax

/// `bascule catalog show`
struct CatalogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the page of an entry and the file that it stands in.")

  @Argument(help: ArgumentHelp("What to show, as for explain.", valueName: "id"))
  var ids: [String]

  @OptionGroup var format: FormatOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let files = try CatalogLoader.loadFiles(knowledge, console)
    let catalog = try files.readSound(console)
    let entries = try ids.map { try CatalogLoader.entry(named: $0, catalog, console) }
    let reports = entries.map { page(of: $0, catalog, files) }
    try console.write(reports.rendered(as: format.format, console))
  }

  private func page(of entry: CatalogEntry, _ catalog: Catalog, _ files: LoadedCatalog) -> Report {
    let report = EntryPage.make(entry, catalog)
    let path = entry.kind.path(of: entry.id)
    guard let file = files.files.first(where: { $0.path == path }),
      let node = Self.node(of: entry, in: file.tree.root)
    else { return report }
    let text = EntryText.text(of: node, in: file.tree)
    return Report(
      blocks: report.blocks + [
        .heading(level: 2, "\(file.tree.file.name, .code)"), .code(text, language: "yaml"),
      ],
      payload: report.payload.adding("entry", node.jsonValue))
  }

  /// The part of the file that is the entry's own.
  private static func node(of entry: CatalogEntry, in root: YAMLNode) -> YAMLNode? {
    switch entry {
    case .requirement(let requirement, _): root[requirement.id.section]?[requirement.id.key]
    case .role(let role): root[role.id]
    case .candidate, .practice, .antiPattern, .rule, .limit, .derivation, .constraint, .source, .scenario:
      root
    }
  }
}
