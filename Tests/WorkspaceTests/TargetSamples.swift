import Diagnostics
import Generation
import Hashing
import Synchronization
import Testing
import Workspace

/// A file to be generated, with the parts that a test does not care about filled in.
func generated(
  _ path: String, _ text: String, _ ownership: Ownership = .managed, isExecutable: Bool = false,
  formerPaths: [String] = [], seal: String? = nil
) throws -> GeneratedFile {
  GeneratedFile(
    path: try RelativePath(path), contents: Array(text.utf8), kind: "kind", template: Digest(of: []),
    ownership: ownership, isExecutable: isExecutable,
    formerPaths: try formerPaths.map { try RelativePath($0) },
    seal: seal.map { Digest(of: Array($0.utf8)) })
}

/// A plan for a target whose manifest is sound.
func plan(_ files: [GeneratedFile], for folder: borrowing TargetFolder) throws -> WritePlan {
  var bag = DiagnosticBag()
  let metadata = MetadataTypes([MetadataType(name: "ApexClass", path: "classes/NAME.cls")])
  let plan = try folder.plan(
    files, of: "profile", formats: FormatFacts(metadata: metadata), mergingBy: rememberedMerge, into: &bag)
  return try #require(plan, "\(bag.sorted)")
}

/// What git says, asked once for each merge, because hundreds of runs merge the same.
private func rememberedMerge(_ merge: LineMerge) -> LineMerge.Outcome {
  if let known = merges.withLock({ $0[merge] }) { return known }
  let outcome = GitMerge.merge(merge)
  merges.withLock { $0[merge] = outcome }
  return outcome
}

private let merges = Mutex<[LineMerge: LineMerge.Outcome]>([:])

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

/// The verbs of the actions with their paths, for tests that say what happened.
extension WritePlan: CustomTestStringConvertible {
  package var testDescription: String { actions.map { "\($0.verb.name) \($0.path)" }.joined(separator: ", ") }
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
