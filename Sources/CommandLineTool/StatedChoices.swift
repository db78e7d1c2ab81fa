import ArgumentParser
import Generation
import Workspace

/// What happens to a file whose edits contradict what is generated.
enum ConflictPolicy: String, Sendable, WordArgument {
  case refuse, markers
}

/// What a person decides about single files, and about conflicts, as it was typed.
struct StatedChoices {
  let adopt: [String]
  let keep: [String]
  let restore: [String]
  let renamedFrom: String?
  let conflicts: ConflictPolicy?

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
