import Diagnostics
import Generation
import Hashing
import Synchronization
import Testing
import Workspace

/// A file to be generated, with the parts that a test does not care about filled in.
func generated(
  _ path: String, _ text: String, _ ownership: Ownership = .managed, isExecutable: Bool = false
) throws -> GeneratedFile {
  GeneratedFile(
    path: try RelativePath(path), contents: Array(text.utf8), kind: "kind", template: Digest(of: []),
    ownership: ownership, isExecutable: isExecutable)
}

/// What a run does with a target: opens it, looks, plans.
func plan(_ files: [GeneratedFile], for folder: borrowing TargetFolder) throws -> WritePlan {
  var bag = DiagnosticBag()
  let manifest = try folder.manifestFile().flatMap { Manifest.read($0, into: &bag) }
  try #require(bag.isEmpty, "\(bag.sorted)")
  let paths = WritePlan.paths(of: files, and: manifest)
  return WritePlan.plan(files: files, manifest: manifest, existing: try folder.existing(at: paths))
}

/// A whole run.
@discardableResult
func generate(
  _ files: [GeneratedFile], into path: String, calls: SystemCalls = SystemCalls(),
  patience: TargetAccess.Patience = TargetAccess.Patience()
) throws -> WritePlan {
  let folder = try TargetFolder.open(path, for: .writing(patience), calls: calls)
  let plan = try plan(files, for: folder)
  try folder.apply(plan)
  return plan
}

/// Applies a plan of which it is expected that it cannot be applied.
func failure(of target: consuming TargetFolder, applying plan: WritePlan) -> TargetFailure? {
  do {
    try target.apply(plan)
    return nil
  } catch {
    return error
  }
}

/// Opens a target for writing and closes it again, which ends what an interrupted run has begun.
func recover(_ path: String) throws {
  _ = try TargetFolder.open(path, for: .writing(TargetAccess.Patience()))
}

/// Calls that fail from one call on, as if the process had been killed there, or at one call only.
final class Saboteur: Sendable {
  private let count = Mutex(0)
  private let verdict: @Sendable (Int, SystemCalls.Name) -> SystemCalls.Verdict

  init(_ verdict: @escaping @Sendable (Int, SystemCalls.Name) -> SystemCalls.Verdict) {
    self.verdict = verdict
  }

  /// How many calls came.
  var calls: Int { count.withLock { $0 } }

  var gate: SystemCalls {
    SystemCalls { name in
      let number = self.count.withLock { count in
        count += 1
        return count - 1
      }
      return self.verdict(number, name)
    }
  }
}
