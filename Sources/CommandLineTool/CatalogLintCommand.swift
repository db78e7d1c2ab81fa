import Analysis
import ArgumentParser
import CatalogModel
import Diagnostics
import Reporting

/// `bascule catalog lint`
struct CatalogLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Check how a catalog holds together, and what in it is idle, doubled or missing.",
    discussion: """
      Templates of your own are checked with it once the catalog has no error. Ends with 0 without a finding, 1 with \
      findings, 2 when catalog or templates have errors.
      """)

  @OptionGroup var format: FormatOptions
  @OptionGroup var knowledge: KnowledgeOptions

  @Option(help: TemplateOption.help, completion: .directory)
  var templates: String?

  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let loaded = try WorkspaceLoader(options: knowledge, console: console).files()
    var bag = loaded.findings
    // What is missing or misread would show as idle, and as unknown where a template names it.
    if !bag.hasErrors {
      CatalogLint.run(loaded.catalog, files: loaded.sources, into: &bag)
      let folder = TemplateOption.folder(templates)
      bag.add(contentsOf: try TemplateLoader.findings(folder, loaded.catalog, console))
    }
    try console.write(text(of: bag.sorted, loaded.catalog, console))
    if bag.hasErrors { throw ExitStatus.invalidInput }
    if !bag.isEmpty { throw ExitStatus.findings }
  }

  private func text(of findings: [Diagnostic], _ catalog: Catalog, _ console: Console) -> String {
    guard case .terminal = format.format, !findings.isEmpty else {
      let report = FindingsReport.make(findings, on: "\(catalog.title) \(catalog.version)")
      return report.rendered(as: format.format, terminal: console.output)
    }
    let count = "\(findings.count) \(findings.count == 1 ? "finding" : "findings")"
    return DiagnosticRenderer(style: console.output).render(findings) + "\n\(count)\n"
  }
}
