import Generation
import Hashing

/// A file to be generated, with the parts that a test does not care about filled in.
func generated(
  _ path: String, _ text: String = "new\n", _ ownership: Ownership = .managed, template: String = "t",
  isExecutable: Bool = false, language: TargetLanguage = .text, formerPaths: [String] = [],
  seal: String? = nil
) throws -> GeneratedFile {
  GeneratedFile(
    path: try RelativePath(path), contents: Array(text.utf8), kind: "kind",
    template: Digest(of: Array(template.utf8)), ownership: ownership, format: FileFormat(language),
    isExecutable: isExecutable, formerPaths: try formerPaths.map { try RelativePath($0) },
    seal: seal.map { Digest(of: Array($0.utf8)) })
}

/// The manifest of a run that wrote the given files.
func manifest(_ files: GeneratedFile...) -> Manifest {
  Manifest(files.map { Manifest.Entry(of: $0) })
}

/// The disk with the given files on it, and the folders on the way to them.
func disk(_ files: [String: String]) throws -> [RelativePath: ExistingEntry] {
  var entries: [RelativePath: ExistingEntry] = [:]
  for (path, text) in files {
    let path = try RelativePath(path)
    for folder in path.ancestors { entries[folder] = .folder }
    entries[path] = .file(contents: Array(text.utf8), isExecutable: false)
  }
  return entries
}

/// The disk after a plan was applied to it.
func disk(
  _ existing: [RelativePath: ExistingEntry], after plan: WritePlan
) -> [RelativePath: ExistingEntry] {
  var entries = existing
  for action in plan.actions {
    switch action.verb {
    case .delete: entries[action.path] = nil
    case .move(_, let former, _): entries[former] = nil
    case .create, .update, .merge, .keep, .unchanged, .conflict: break
    }
    guard let file = action.verb.written else { continue }
    for folder in file.path.ancestors { entries[folder] = .folder }
    entries[file.path] = .file(contents: file.contents, isExecutable: file.isExecutable)
  }
  return entries
}

/// What is kept for merges, and a stand-in for what merges lines: the sides are joined, or contradict
/// each other where both begin with an exclamation mark.
func support(_ bases: [[UInt8]] = []) -> PlanSupport {
  let known = Dictionary(bases.map { (Digest(of: $0), $0) }) { first, _ in first }
  return PlanSupport(
    bases: Set(known.keys), base: { known[$0] },
    mergeLines: { merge in
      let sides = [merge.ours, merge.theirs]
      return sides.allSatisfy { $0.first == UInt8(ascii: "!") }
        ? .overlapping(Array("<<<<<<< yours\n=======\n>>>>>>> generated\n".utf8))
        : .clean(merge.ours + merge.theirs)
    })
}

func support(_ bases: String...) -> PlanSupport { support(bases.map { Array($0.utf8) }) }

extension WritePlan {
  /// What is kept for merges after the plan was applied.
  func bases(after support: PlanSupport) -> [[UInt8]] {
    let kept = support.bases.subtracting(staleBases).compactMap(support.base)
    return kept + newBases.values
  }
}

extension WritePlan {
  /// The only action, as its verb and its reason.
  var outcome: [String] { actions.map { "\($0.path): \($0.verb.name), \($0.reason.text)" } }
}
