import Analysis
import ArgumentParser
import CatalogModel
import Diagnostics
import DocumentSchema
import JSONSyntax
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
    let files = try WorkspaceLoader(options: knowledge, console: console).files()
    let catalog = try files.readSound(console)
    let entries = try ids.map { try CatalogLoader.entry(named: $0, catalog, console) }
    let reports = entries.map { page(of: $0, catalog, files) }
    try console.write(reports.rendered(as: format.format, console))
  }

  private func page(of entry: CatalogEntry, _ catalog: Catalog, _ files: LoadedCatalog) -> Report {
    var report = EntryPage.make(entry, catalog)
    let path = entry.kind.path(of: entry.id)
    if let file = files.files.first(where: { $0.path == path }),
      let node = Self.node(of: entry, in: file.tree.root)
    {
      let text = EntryText.text(of: node, in: file.tree)
      report.blocks += [.heading(level: 2, "\(file.tree.file.name, .code)"), .code(text, language: "yaml")]
      report.payload = report.payload.adding("entry", node.jsonValue)
    }
    guard let digest = Self.digest(of: entry, files) else { return report }
    let whose = catalog.changes(of: entry).isEmpty ? "" : ", of the entry without overlays"
    report.blocks.append(
      .paragraph("Digest \(RichText(digest, .code)), for \("against", .code) in an overlay\(whose)."))
    report.payload = report.payload.adding("digest", .string(digest))
    return report
  }

  /// The digest that a change of the entry is written against; `nil` for what overlays cannot change.
  private static func digest(of entry: CatalogEntry, _ files: LoadedCatalog) -> String? {
    switch entry {
    case .requirement, .role: return nil
    case .candidate, .practice, .antiPattern, .rule, .limit, .derivation, .constraint, .contradiction,
      .source, .scenario:
      let path = entry.kind.path(of: entry.id)
      return files.base.first { $0.path == path }.map { EntryDigest.shown(of: $0.tree.root) }
    }
  }

  /// The part of the file that is the entry's own.
  private static func node(of entry: CatalogEntry, in root: YAMLNode) -> YAMLNode? {
    switch entry {
    case .requirement(let requirement, _): root[requirement.id.section]?[requirement.id.key]
    case .role(let role): root[role.id]
    case .candidate, .practice, .antiPattern, .rule, .limit, .derivation, .constraint, .contradiction,
      .source, .scenario:
      root
    }
  }
}
