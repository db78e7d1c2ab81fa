import ArgumentParser
import Diagnostics
import Workspace

/// `bascule check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: Bascule.name,
    abstract: "Validate profiles: every finding in one run, with its place.",
    discussion: """
      A catalog or templates of your own are validated with them. Ends with 0 when all are valid, 2 when one is \
      not, 4 when a file cannot be read.
      """)

  @Argument(
    help: "Profiles, or folders of profiles; - for standard input. Without one, those of the workspace.",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String] = []

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var output: ConsoleOptions

  func run() throws {
    let console = output.console
    let profiles = try ProfileLoader.load(
      all: paths, for: Self.self, knowledge, console, mayBeNone: true, keepsProfiles: false)
    if knowledge.templatesFolder != nil {
      for group in profiles { _ = try TemplateLoader.load(knowledge, group.knowledge.catalog, console) }
    }
    guard profiles.count == profiles.validCount else { throw ExitStatus.invalidInput }
    if !console.isQuiet { try console.write(Self.text(profiles)) }
  }

  private static func text(_ profiles: [LoadedProfiles]) -> String {
    let counted = profiles.count == 1 ? "1 profile" : "\(profiles.count) profiles"
    let workspaces = profiles.compactMap { $0.knowledge.workspace?.loaded.path }
    let things = (profiles.count == 0 ? [] : [counted]) + workspaces
    let isOne = things.count == 1 && profiles.count < 2
    let list =
      things.dropLast().joined(separator: ", ") + (things.count > 1 ? " and " : "") + (things.last ?? "")
    return "\(list) \(isOne ? "is" : "are") valid\n"
  }
}
