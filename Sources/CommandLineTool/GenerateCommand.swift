import ArgumentParser
import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Generation
import Requirements
import Workspace

/// `bascule generate`
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Generate the decision record, diagrams and scaffolding of a profile's design.",
    discussion: """
      A file that Bascule did not write, or that was edited since, is never overwritten: the run then writes \
      nothing and ends with 3. Whatever happens, the folder holds either what it held before or the new files.
      """)

  @Argument(
    help: "Profiles, or folders of profiles; - for standard input. Without one, those of the workspace.",
    completion: .file(extensions: ["yaml", "yml"]))
  var paths: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The folder to write to.",
      discussion:
        """
        Without it, a folder named by the profile's id, below the workspace's folder of designs; with several \
        profiles, such a folder below this one.
        """,
      valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "Show what would be written, and write nothing.")
  var dryRun = false

  @Flag(help: "Write nothing, and end with 1 when anything is out of date.")
  var check = false

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var consoleOptions: ConsoleOptions

  func run() throws {
    let console = consoleOptions.console
    let profiles = try ProfileLoader.load(all: paths, for: Self.self, knowledge, console)
    guard profiles.valid.count == profiles.count else { throw ExitStatus.invalidInput }
    var bag = DiagnosticBag()
    let scaffolds = try profiles.flatMap { try generate($0, of: profiles.count, into: &bag, console) }
    console.show(bag)
    guard scaffolds.count == profiles.count else { throw ExitStatus.invalidInput }
    try write(scaffolds, console)
  }

  /// The files of every profile; nothing is written before all of them are there.
  private func generate(
    _ profiles: LoadedProfiles, of count: Int, into bag: inout DiagnosticBag, _ console: Console
  ) throws -> [Scaffold] {
    let catalog = profiles.knowledge.catalog
    let templates = try TemplateLoader.load(knowledge, catalog, console)
    let table = DecisionTable(catalog)
    let identity = GeneratorIdentity(version: ToolVersion.text)
    let generator = Generator(templates: templates, catalog: catalog, identity: identity)
    return profiles.valid.compactMap { profile -> Scaffold? in
      let decision = table.decide(profile.answers, decided: profile.decision?.ids ?? [])
      noteMissingContract(of: profile, into: &bag)
      let design = Design(profile, decision, catalog, profiles.knowledge.settings)
      return generator.generate(design, of: profile, into: &bag).map {
        Scaffold(
          profile: profile, folder: folder(for: profile, of: count, profiles.knowledge.workspace?.loaded),
          files: $0)
      }
    }
  }

  /// What crosses the border is not needed for a decision, but for everything that is built.
  private func noteMissingContract(of profile: Profile, into bag: inout DiagnosticBag) {
    guard profile.contract == nil else { return }
    bag.add(
      Diagnostic(
        .noContract, "'\(profile.id)' states no contract, so only its decision is written down",
        severity: .note, at: profile.idPlace,
        fixes: [.init("add 'contract' with the messages that cross the border")]))
  }

  private func folder(for profile: Profile, of count: Int, _ workspace: LoadedWorkspace?) -> String {
    guard let output else {
      guard let workspace, let designs = workspace.outline?.designs else { return profile.id }
      return FolderPath.join(workspace.resolve(designs), profile.id)
    }
    return count == 1 ? output : output + "/" + profile.id
  }

  private func write(_ scaffolds: [Scaffold], _ console: Console) throws {
    var worst = ExitStatus.done
    for scaffold in scaffolds {
      let status = try ScaffoldWriter(console: console, isRehearsal: dryRun, isCheck: check).write(scaffold)
      worst = status.rawValue > worst.rawValue ? status : worst
    }
    if worst != .done { throw worst }
  }
}

extension DiagnosticID {
  static let noContract: DiagnosticID = "generation/no-contract"
}
