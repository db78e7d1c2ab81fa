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
    commandName: "generate", _superCommandName: Bascule.name,
    abstract: "Generate the decision record, diagrams and scaffolding of a profile's design.",
    discussion: """
      What was edited by hand is never lost. Each file has an owner, which the plan shows: managed is Bascule's, and \
      an edit of it stops the run; merged is shared, and edits and what is new are merged; seeded is written once; \
      sealed is a record, and a new decision is a new record; kept is the team's. A file that is no longer \
      generated is deleted unless it was edited. Where edits contradict what is new, nothing is written and the run \
      ends with 3; --adopt, --keep, --restore and --conflicts say what is to be done. Whatever happens, the folder \
      holds either what it held before or the new files.
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

  @Flag(
    help:
      """
      With --check or --dry-run: compare with what is staged in git, and read profiles, overlays, and a catalog or \
      templates of this repository from there.
      """
  )
  var staged = false

  @Option(
    help: ArgumentHelp(
      "Accept the edits of this file as they are; what is generated later is merged into them. May be repeated.",
      valueName: "path"))
  var adopt: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take this file for the team's own; it is never touched again. May be repeated.", valueName: "path"))
  var keep: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write this file as it is generated, whatever was done to it. May be repeated.", valueName: "path"))
  var restore: [String] = []

  @Option(
    help: ArgumentHelp(
      "The profile had this id when the folder was generated: take its design over.", valueName: "id"))
  var renamedFrom: String?

  @Option(
    help: """
      Where edits contradict what is generated: refuse to write (the default), or write both with conflict markers.
      """)
  var conflicts: ConflictPolicy?

  @Option(
    help: ArgumentHelp("Save the plan to this file, and write nothing else.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var planOut: String?

  @Option(
    help: ArgumentHelp(
      "Refuse to write anything but what this saved plan says; 3 when anything has changed since.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var plan: String?

  @Option(help: "The format of the plan and of what was done, text by default.")
  var format: PlanFormat?

  @Flag(help: "Show the files that are unchanged, too.")
  var verbose = false

  @OptionGroup var knowledge: KnowledgeOptions

  @Option(help: TemplateOption.help, completion: .directory)
  var templates: String?

  @OptionGroup var consoleOptions: ConsoleOptions

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output names no folder: its value is empty.") }
    if staged, !check, !dryRun { throw ValidationError("--staged goes with --check or --dry-run.") }
    if staged, plan != nil || planOut != nil {
      throw ValidationError("A saved plan is about the folder, not about what is staged.")
    }
    if plan != nil, check { throw ValidationError("--plan and --check do not go together.") }
    for path in adopt where keep.contains(path) || restore.contains(path) {
      throw ValidationError("'\(path)' can be adopted, kept or restored, but not two of these.")
    }
    for path in keep where restore.contains(path) {
      throw ValidationError("'\(path)' can be adopted, kept or restored, but not two of these.")
    }
    if planOut == "-" {
      throw ValidationError("--plan-out names a file; --dry-run --format json prints the plan.")
    }
    if plan != nil, planOut != nil {
      throw ValidationError("--plan applies a saved plan, and --plan-out saves one: not both at once.")
    }
  }

  func run() throws {
    let console = consoleOptions.console
    let profiles = try ProfileLoader.load(
      all: paths, for: Self.self, knowledge, console, isStaged: staged)
    guard profiles.valid.count == profiles.count else { throw ExitStatus.invalidInput }
    var bag = DiagnosticBag()
    let scaffolds = try profiles.flatMap { try generate($0, of: profiles.count, into: &bag, console) }
    if paths.isEmpty, output == nil, !staged, scaffolds.count == profiles.count {
      AbandonedDesigns(folders: Set(scaffolds.map(\.folder)))
        .report(profiles.compactMap(\.knowledge.workspace?.loaded), into: &bag)
    }
    console.show(bag)
    guard scaffolds.count == profiles.count, !bag.hasErrors else { throw ExitStatus.invalidInput }
    try write(scaffolds, console)
  }

  /// What was decided about single files, and about conflicts.
  var stated: StatedChoices {
    StatedChoices(adopt: adopt, keep: keep, restore: restore, renamedFrom: renamedFrom, conflicts: conflicts)
  }

  /// The files of every profile; nothing is written before all of them are there.
  private func generate(
    _ profiles: LoadedProfiles, of count: Int, into bag: inout DiagnosticBag, _ console: Console
  ) throws -> [Scaffold] {
    let catalog = profiles.catalog
    let templates = try TemplateLoader.load(
      TemplateOption.folder(templates), catalog, console, isStaged: staged)
    let table = kept(DecisionTable(catalog))
    let identity = GeneratorIdentity(version: ToolVersion.text)
    let generator = Generator(templates: templates, catalog: catalog, identity: identity)
    let scaffolds = profiles.valid.compactMap { profile -> Scaffold? in
      let decision = table.decide(profile.answers, decided: profile.decision?.ids ?? [])
      noteMissingContract(of: profile, into: &bag)
      guard canNameFolders(profile, into: &bag) else { return nil }
      let design = Design(profile, decision, catalog, profiles.knowledge.settings)
      if count == 1 { _ = kept((decision, design)) }
      let folder = folder(for: profile, of: count, profiles.knowledge.workspace?.loaded)
      let manifest = TargetFolder.manifest(in: folder)
      let known = manifest?.manifest.digests ?? [:]
      return generator.generate(design, of: profile, known: known, willBeWritten: true, into: &bag).map {
        Scaffold(
          profile: profile, folder: folder, files: $0, formats: templates.formats, manifest: manifest)
      }
    }
    ComponentCheck.check(scaffolds.map { .init(profile: $0.profile, files: $0.files) }, into: &bag)
    return scaffolds
  }

  /// What crosses the border is not needed for a decision, but for everything that is built.
  private func noteMissingContract(of profile: Profile, into bag: inout DiagnosticBag) {
    guard profile.contract == nil else { return }
    bag.add(
      Diagnostic(
        .noContract, "'\(profile.id)' states no contract, so only documents are written",
        severity: .note, at: profile.idPlace,
        fixes: [.init("add 'contract' with the messages that cross the border")]))
  }

  /// Whether the id can name folders and files on every system that a repository is checked out on; if not, that is
  /// reported.
  private func canNameFolders(_ profile: Profile, into bag: inout DiagnosticBag) -> Bool {
    guard (try? RelativePath(profile.id)) == nil else { return true }
    bag.add(
      Diagnostic(
        .reservedName, "'\(profile.id)' would name folders and files, and Windows keeps that name for itself",
        at: profile.idPlace, fixes: [.init("choose another id")]))
    return false
  }

  private func folder(for profile: Profile, of count: Int, _ workspace: LoadedWorkspace?) -> String {
    guard let output else {
      guard let workspace, let designs = workspace.outline?.designs else { return profile.id }
      return FolderPath.join(workspace.resolve(designs), profile.id)
    }
    return count == 1 ? output : output + "/" + profile.id
  }
}

extension DiagnosticID {
  static let noContract: DiagnosticID = "generation/no-contract"
  static let reservedName: DiagnosticID = "generation/reserved-name"
}
