import Analysis
import ArgumentParser
import CatalogModel
import DecisionEngine
import Diagnostics
import Reporting

/// `bascule catalog test`
struct CatalogTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples of all rules and the scenarios; say which pass.",
    discussion: "Ends with 1 when one fails, 2 when the catalog has errors beside that.")

  /// The formats of a test.
  enum Format: String, WordArgument {
    case json, junit, markdown, terminal
  }

  @Option(help: "The format of the result.")
  var format: Format = .terminal

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let loaded = try WorkspaceLoader(options: knowledge, console: console).files()
    let isComplete = try check(loaded.findings, console)
    let trials = CatalogTrial.run(DecisionTable(loaded.catalog))
    try console.write(text(of: trials, loaded.catalog, console))
    guard isComplete, trials.allSatisfy(\.passes) else { throw ExitStatus.findings }
  }

  /// Whether no example is missing; those that fail are what is looked for, and any other error is in the way.
  private func check(_ findings: DiagnosticBag, _ console: Console) throws -> Bool {
    var bag = DiagnosticBag()
    for finding in findings.diagnostics where finding.id != .exampleFails { bag.add(finding) }
    console.show(bag)
    let errors = bag.diagnostics.filter { $0.severity == .error }
    guard errors.allSatisfy({ $0.id == .missingExample }) else { throw ExitStatus.invalidInput }
    return errors.isEmpty
  }

  private func text(of trials: [CatalogTrial], _ catalog: Catalog, _ console: Console) -> String {
    let report = TrialReport.make(trials, catalog)
    switch format {
    case .junit: return TrialReport.junit(trials)
    case .json: return report.rendered(as: .json)
    case .markdown: return report.rendered(as: .markdown)
    case .terminal: return report.rendered(as: .terminal, terminal: console.output)
    }
  }
}
