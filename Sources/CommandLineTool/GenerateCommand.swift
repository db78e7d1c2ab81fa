import ArgumentParser
import CatalogModel
import DecisionEngine
import DesignModel
import Diagnostics
import Generation
import JSONSyntax
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

  @OptionGroup var plans: PlanOptions

  @Option(help: "The format of the plan and of what was done, text by default.")
  var format: PlanFormat?

  @Flag(help: "Show the files that are unchanged, too.")
  var verbose = false

  @OptionGroup var knowledge: KnowledgeOptions
  @OptionGroup var templates: TemplateOptions
  @OptionGroup var consoleOptions: ConsoleOptions

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output names no folder: its value is empty.") }
    if staged, !check, !dryRun { throw ValidationError("--staged goes with --check or --dry-run.") }
    if staged, plans.plan != nil || plans.planOut != nil {
      throw ValidationError("A saved plan is about the folder, not about what is staged.")
    }
    if plans.plan != nil, check { throw ValidationError("--plan and --check do not go together.") }
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

  /// The files of every profile; nothing is written before all of them are there.
  private func generate(
    _ profiles: LoadedProfiles, of count: Int, into bag: inout DiagnosticBag, _ console: Console
  ) throws -> [Scaffold] {
    let catalog = profiles.catalog
    let templates = try TemplateLoader.load(templates, catalog, console, isStaged: staged)
    let table = kept(DecisionTable(catalog))
    let identity = GeneratorIdentity(version: ToolVersion.text)
    let generator = Generator(templates: templates, catalog: catalog, identity: identity)
    let scaffolds = profiles.valid.compactMap { profile -> Scaffold? in
      let decision = table.decide(profile.answers, decided: profile.decision?.ids ?? [])
      noteMissingContract(of: profile, into: &bag)
      guard canNameFolders(profile, into: &bag) else { return nil }
      let design = Design(profile, decision, catalog, profiles.knowledge.settings)
      if count == 1 { _ = kept(design) }
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

  private func write(_ scaffolds: [Scaffold], _ console: Console) throws {
    try checkNames(scaffolds, console)
    try checkFolders(scaffolds, console)
    let saved = try plans.plan.map { try SavedPlan.load($0, console) }
    let purpose: ScaffoldWriter.Purpose =
      check ? .check : dryRun || plans.planOut != nil ? .rehearse : .apply
    var writer = ScaffoldWriter(
      console: console, purpose: purpose, isStaged: staged, choices: plans.choices, saved: saved)
    if scaffolds.contains(where: writer.isStale) { throw ExitStatus.personNeeded }
    // Of several designs all are written, or none.
    if purpose == .apply, scaffolds.count > 1, scaffolds.contains(where: writer.isBlocked) {
      writer.purpose = .rehearse
      console.tell("Nothing is written, to no folder.\n")
    }
    let outcomes = scaffolds.enumerated().map { index, scaffold in
      writer.write(scaffold, isLast: index == scaffolds.count - 1)
    }
    try show(outcomes, isPlan: writer.purpose != .apply, console)
    if let file = plans.planOut, outcomes.allSatisfy({ $0.report != nil }) {
      try SavedPlan(outcomes.compactMap { $0.report?.payload }).save(to: file, console)
    }
    if check {
      remind(of: zip(scaffolds, outcomes).filter { $1.status == .findings }.map(\.0.folder), console)
    }
    if let worst = outcomes.map(\.status).max(by: { $0.rawValue < $1.rawValue }), worst != .done {
      throw worst
    }
  }

  /// Says what brings folders up to date that are not.
  private func remind(of folders: [String], _ console: Console) {
    guard !folders.isEmpty else { return }
    let names = folders.prefix(3).map(quoted).joined(separator: " ") + (folders.count > 3 ? " …" : "")
    let staging = staged ? ", and 'git add' stages it: git add \(names)" : ": \(names)"
    console.tell("'bascule generate' writes what is out of date\(staging)\n")
  }

  /// With several profiles a decision is about the one in whose folder its file lies.
  private func checkNames(_ scaffolds: [Scaffold], _ console: Console) throws {
    let unfit = plans.named.filter { PlanOptions.path($0, in: scaffolds.first?.folder ?? "") == nil }
    for text in unfit { console.fail("\(quoted(text)) is no path of a generated file") }
    if !unfit.isEmpty { throw ExitStatus.invalidInput }
    if scaffolds.count > 1, plans.isAboutOneFolder {
      console.fail("--adopt, --keep, --restore and --renamed-from are for one profile at a time")
      throw ExitStatus.invalidInput
    }
  }

  /// Links can make one folder of several, and lead to one that nobody writes to.
  private func checkFolders(_ scaffolds: [Scaffold], _ console: Console) throws {
    var first: [String: Profile] = [:]
    var bag = DiagnosticBag()
    for scaffold in scaffolds {
      let place = TargetFolder.place(of: scaffold.folder)
      if place.split(separator: "/").contains(where: { $0.lowercased() == ".git" }) {
        console.fail(
          "\(quoted(scaffold.folder)) lies in a folder that git keeps for itself; generate into another one")
        throw ExitStatus.invalidInput
      }
      if place.split(separator: "/").contains(where: { $0.lowercased() == Manifest.folderName }) {
        console.fail(
          "\(quoted(scaffold.folder)) lies in a folder that Bascule keeps for itself; generate into another one"
        )
        throw ExitStatus.invalidInput
      }
      guard let other = first.updateValue(scaffold.profile, forKey: place) else { continue }
      bag.add(
        Diagnostic(
          .sameFolder, "'\(other.id)' and '\(scaffold.profile.id)' would both be written to \(quoted(place))",
          at: scaffold.profile.idPlace,
          secondary: other.idPlace.map { [.init($0, "the other")] } ?? [],
          fixes: [.init("remove the link that makes one folder of two")]))
    }
    console.show(bag)
    if bag.hasErrors { throw ExitStatus.invalidInput }
  }

  private func show(_ outcomes: [ScaffoldWriter.Outcome], isPlan: Bool, _ console: Console) throws {
    let reports = outcomes.compactMap(\.report)
    switch format ?? .text {
    case .json:
      let payloads = reports.map(\.payload)
      let value = outcomes.count == 1 ? payloads.first : .array(payloads)
      if let value { try console.write(value.rendered() + "\n") }
    case .text:
      for report in reports where isPlan || !report.plan.isBlocked {
        try console.write((isPlan || verbose ? report.lines(isVerbose: verbose) : "") + report.summary)
      }
    }
  }
}

extension DiagnosticID {
  static let noContract: DiagnosticID = "generation/no-contract"
  static let reservedName: DiagnosticID = "generation/reserved-name"
  static let sameFolder: DiagnosticID = "generation/same-folder"
}
