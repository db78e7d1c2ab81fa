import Analysis
import ArgumentParser
import CatalogModel
import DecisionEngine
import Diagnostics
import Reporting
import Requirements

/// `bascule catalog matrix`
struct CatalogMatrixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Show candidates against the values of requirements, with their points and knock-outs.")

  @Option(help: "The candidates to show.")
  var kind: CandidateFolder = .patterns

  @Option(help: ArgumentHelp("Show one requirement only.", valueName: "section.key"))
  var requirement: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let catalog = try WorkspaceLoader(options: knowledge, console: console).knowledgeHere().catalog
    let index = try requirement.map { try Self.index(of: $0, catalog.vocabulary, console) }
    let matrix = CatalogMatrix.make(DecisionTable(catalog), kind: kind.kind, requirement: index)
    try console.write([MatrixReport.make(matrix, catalog)].rendered(as: format.format, console))
  }

  private static func index(
    of name: String, _ vocabulary: Vocabulary, _ console: Console
  ) throws -> Int {
    if let index = RequirementID(name).flatMap(vocabulary.index) { return index }
    let near = nearestSpelling(to: name, among: vocabulary.requirements.map(\.id.description))
    let help = near.map { "; did you mean '\($0)'?" } ?? ""
    console.fail("--requirement: '\(name)' is no requirement of the vocabulary\(help)")
    throw ExitStatus.invalidInput
  }
}
