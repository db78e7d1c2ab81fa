import ArgumentParser
import DesignModel
import Review
import Workspace

/// `bascule diff`
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: Bascule.name,
    abstract: "Say what a change of profiles, catalog or decisions does to the designs.",
    discussion: """
      Compares two revisions of a git repository, or two folders. Without a revision it is the work tree; without \
      a base, where the branch left its upstream. Nothing is checked out, fetched or run. Ends with 1 when a \
      finding is at or above the level that fails.
      """)

  @Argument(help: "What was: a revision, two as A..B or A...B, or a folder.")
  var base: String?

  @Argument(help: "What is: a revision, or a folder.")
  var revision: String?

  @Flag(help: "Review what would be committed now.")
  var staged = false

  @Flag(help: "Start where base and revision parted, as pull requests do.")
  var mergeBase = false

  @Option(
    help: ArgumentHelp(
      "A format of the result, or several, each with a file to write to.",
      discussion: "terminal, markdown, json, sarif, html, github, gitlab or junit.",
      valueName: "format[=file]"))
  var format: [FormatTarget] = []

  @Option(
    help: ArgumentHelp(
      "From which findings on the command fails: error, warning, note or never.",
      discussion: "Without it, as the workspace says, or error."))
  var failOn: FailureThreshold?

  @Option(
    help: ArgumentHelp(
      "The day that acceptances are judged by, such as 2026-12-31.", discussion: "Without it, today.",
      valueName: "day"))
  var today: CalendarDay?

  @Option(
    help: ArgumentHelp("Decide the base by the catalog in this folder.", valueName: "folder"),
    completion: .directory)
  var baseCatalog: String?

  @Option(
    help: ArgumentHelp(
      "Print a profile with its decision, for 'git diff', and compare nothing.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var textconv: String?

  @OptionGroup var knowledge: KnowledgeOptions

  @Option(help: TemplateOption.help, completion: .directory)
  var templates: String?

  @OptionGroup var output: ConsoleOptions

  func validate() throws {
    if staged && revision != nil { throw ValidationError("--staged takes no revision") }
    if format.count(where: { $0.file == nil }) > 1 {
      throw ValidationError(
        "only one format can go to standard output; name a file: --format sarif=out.sarif")
    }
  }

  func run() throws {
    let console = output.console
    if let textconv { return try ProfileText.write(textconv, knowledge, console) }
    let review = try self.review(console)
    let text = { (format: ReviewFormat) in
      review.rendered(as: format, terminal: console.output, version: ToolVersion.text)
    }
    // Everything is told before the command fails.
    for target in format {
      guard let file = target.file else { continue }
      try write(text(target.format), to: file, console)
    }
    if let shown = format.isEmpty ? .terminal : format.first(where: { $0.file == nil })?.format {
      try console.write(text(shown))
    }
    if review.fails(at: failOn?.threshold) { throw ExitStatus.findings }
  }

  private func write(_ text: String, to file: String, _ console: Console) throws {
    do throws(TargetFailure) { try OutputFile.write(Array(text.utf8), to: file) } catch {
      console.fail(error.description)
      throw error.status
    }
  }

  private func review(_ console: Console) throws -> DesignReview {
    guard let today = today?.day ?? Clock.today else {
      console.fail("the clock of this machine names no day of the calendar; state one with --today")
      throw ExitStatus.environment
    }
    let finder = SideFinder(base: base, revision: revision, isStaged: staged, fromMergeBase: mergeBase)
    let loader = ReviewLoader(
      options: knowledge, templateFolder: TemplateOption.folder(templates), baseCatalog: baseCatalog,
      today: today, console: console)
    do {
      return DesignReview(try loader.load(try finder.find()))
    } catch let failure as SideFailure {
      console.fail(failure.message)
      throw failure.status
    } catch let failure as GitFailure {
      console.fail(failure.description)
      throw failure.status
    }
  }
}
