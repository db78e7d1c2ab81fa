import ArgumentParser
import Diagnostics
import Workspace

/// `bascule check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Validate profiles: every finding in one run, with its place.",
    discussion: """
      A catalog or templates of your own are validated with them. Ends with 0 when all are valid, 2 when one is \
      not, 4 when a file cannot be read.
      """)

  @Argument(
    help: "Profiles, or folders of profiles; - for standard input.",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String]

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let catalog = try CatalogLoader.load(knowledge, console)
    if knowledge.templatesFolder != nil { _ = try TemplateLoader.load(knowledge, catalog, console) }
    let profiles = try ProfileLoader(catalog: catalog).load(all: paths, console)
    guard profiles.count == profiles.valid.count else { throw ExitStatus.invalidInput }
    if !console.isQuiet {
      try console.write(
        profiles.count == 1 ? "1 profile is valid\n" : "\(profiles.count) profiles are valid\n")
    }
  }
}
