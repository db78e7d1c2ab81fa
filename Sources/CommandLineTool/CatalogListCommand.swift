import Analysis
import ArgumentParser
import Diagnostics
import Reporting

/// `bascule catalog list`
struct CatalogListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what the catalog holds, or the entries of one kind.")

  @Argument(
    help: "A kind, such as technologies or rules.",
    completion: .list(EntryKind.allCases.map(\.plural)))
  var kind: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let kind = try kind.map { try Self.kind(named: $0, console) }
    let catalog = try WorkspaceLoader(options: knowledge, console: console).wholeKnowledge().catalog
    let report = CatalogListing.make(catalog, kind: kind)
    try console.write([report].rendered(as: format.format, console))
  }

  /// The kind by its word or by that for several.
  private static func kind(named name: String, _ console: Console) throws -> EntryKind {
    if let kind = EntryKind.allCases.first(where: { $0.rawValue == name || $0.plural == name }) {
      return kind
    }
    let near = nearestSpelling(to: name, among: EntryKind.allCases.map(\.plural))
    let kinds = EntryKind.allCases.map(\.plural).joined(separator: ", ")
    let help = near.map { "did you mean '\($0)'?" } ?? "expected one of \(kinds)"
    console.fail("there are no '\(name)' in a catalog; \(help)")
    throw ExitStatus.invalidInput
  }
}
