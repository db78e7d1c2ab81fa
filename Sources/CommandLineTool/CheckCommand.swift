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

  @Flag(help: "Read what is staged in git instead of what lies in the work tree.")
  var staged = false

  @Option(help: "The format of the findings; all but terminal go to standard output.")
  var format: FindingsFormat = .terminal

  @OptionGroup var knowledge: KnowledgeOptions

  @Option(help: TemplateOption.help, completion: .directory)
  var templates: String?

  @OptionGroup var output: ConsoleOptions

  func run() throws {
    guard format != .terminal else {
      let profiles = try check(output.console)
      if !output.quiet { try output.console.write(Self.text(profiles)) }
      return
    }
    let collector = FindingCollector()
    var console = output.console
    console.collector = collector
    let status: ExitStatus
    do {
      _ = try check(console)
      status = .done
    } catch let failure as ExitStatus { status = failure }
    // Everything is told before the command fails.
    try console.write(format.render(collector, on: "Profiles"))
    if status != .done { throw status }
  }

  /// What was found to be valid.
  ///
  /// - Throws: `ExitStatus` after the reason was shown.
  private func check(_ console: Console) throws -> [LoadedProfiles] {
    let profiles = try ProfileLoader.load(
      all: paths, for: Self.self, knowledge, console, mayBeNone: true, isStaged: staged, keepsProfiles: false)
    if let folder = TemplateOption.folder(templates) {
      for group in profiles {
        _ = try TemplateLoader.load(folder, group.knowledge.catalog, console, isStaged: staged)
      }
    }
    guard profiles.count == profiles.validCount else { throw ExitStatus.invalidInput }
    return profiles
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
