import ArgumentParser
import Generation
import Workspace

/// What happens to a file whose edits contradict what is generated.
enum ConflictPolicy: String, Sendable, WordArgument {
  case refuse, markers
}

/// How a plan is shown.
enum PlanFormat: String, Sendable, WordArgument {
  case text, json
}

/// What a person decides about single files, and about conflicts.
struct PlanOptions: ParsableArguments {
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

  func validate() throws {
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

  /// The decisions as they are about a folder; those about nothing that can lie there are left out, and show as
  /// unknown.
  func choices(in folder: String) -> PlanChoices {
    func paths(_ texts: [String]) -> Set<RelativePath> {
      Set(texts.compactMap { Self.path($0, in: folder) })
    }
    return PlanChoices(
      adopted: paths(adopt), kept: paths(keep), restored: paths(restore), formerProfile: renamedFrom,
      writesMarkers: conflicts == .markers)
  }

  /// Whether something was decided that can be about one folder only.
  var isAboutOneFolder: Bool { !named.isEmpty || renamedFrom != nil }

  /// Every path that was named, as it was named.
  var named: [String] { adopt + keep + restore }

  /// The file that is meant: as the plan names it, or as it is reached from where the program runs.
  static func path(_ text: String, in folder: String) -> RelativePath? {
    let (folder, whole) = (FolderPath.absolute(folder), FolderPath.absolute(text))
    let isOutside = !FolderPath.isPath(FolderPath.absolute("."), in: folder)
    let isFromHere = isOutside || ["/", "./", "../"].contains(where: text.hasPrefix)
    if isFromHere, whole != folder, FolderPath.isPath(whole, in: folder) {
      return try? RelativePath(String(whole.dropFirst(folder == "/" ? 1 : folder.count + 1)))
    }
    return try? RelativePath(text.hasPrefix("./") ? String(text.dropFirst(2)) : text)
  }
}
