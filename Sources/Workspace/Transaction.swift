import Generation
import Glibc
import Hashing

/// A change of a target that exists: everything is staged and brought to the disk, then a journal is
/// put in its place, and from then on the change is certain to be completed or taken back whole.
struct Transaction: ~Copyable {
  /// The path of the target as a person knows it.
  let target: String
  let calls: SystemCalls
  let state: Int32
  var walker: FolderWalker
  /// The folders that this process made, which are its own to remove again.
  var madeFolders: Set<RelativePath> = []
  /// The folders that this process removed, which are its own to make again.
  var removedFolders: Set<RelativePath> = []
  /// The descriptor of the stage once it is open.
  private var stage: Int32?

  init(target: String, calls: SystemCalls, root: Int32, state: Int32) {
    self.target = target
    self.calls = calls
    self.state = state
    walker = FolderWalker(root: root, calls: calls)
  }

  deinit {
    if let stage { _ = close(stage) }
  }

  /// The descriptor of the stage, which stays open as long as the transaction lives.
  mutating func openStage(creating: Bool = false) throws(SystemError) -> Int32 {
    if let stage { return stage }
    let opened = try calls.openFolder(TargetFolder.stageName, in: state, creating: creating).release()
    stage = opened
    return opened
  }

  /// Applies a plan without conflicts, or leaves the target as it was.
  mutating func apply(_ plan: WritePlan) throws(TargetFailure) {
    let prepared = try prepare(plan)
    do throws(SystemError) {
      try stageAndCommit(prepared)
    } catch {
      try? calls.removeTree(TargetFolder.stageName, in: state)
      if error.code == EINTR { throw .interrupted(path: target) }
      throw TargetFailure(error, at: target)
    }
    try perform(prepared.steps)
    do throws(SystemError) {
      try calls.removeFile(TargetFolder.journalName, in: state)
    } catch {
      throw .unfinished(path: target, error)
    }
    // What is left of the stage is in nobody's way; the next run removes it.
    try? calls.removeTree(TargetFolder.stageName, in: state)
  }

  private mutating func stageAndCommit(_ prepared: PreparedPlan) throws(SystemError) {
    let stage = try openStage(creating: true)
    for file in prepared.files {
      try calls.writeFile(
        Self.stagedName(file.number), in: stage, contents: file.contents, permissions: file.permissions)
    }
    let journal = TargetFolder.journalName
    try calls.writeFile(journal, in: stage, contents: Journal(steps: prepared.steps).rendered())
    try calls.synchronize(stage)
    guard !SignalHold.isInterrupted else { throw SystemError(EINTR) }
    try calls.rename(journal, in: stage, to: journal, in: state, .withoutReplacing)
  }

  private mutating func perform(_ steps: [Journal.Step]) throws(TargetFailure) {
    for (index, step) in steps.enumerated() {
      do throws(StepFailure) {
        try perform(step)
      } catch {
        try undo(steps[...index])
        throw TargetFailure(error, at: shown(step.path))
      }
    }
  }

  /// Takes the steps back, the last one first.
  private mutating func undo(_ steps: ArraySlice<Journal.Step>) throws(TargetFailure) {
    for step in steps.reversed() {
      do throws(SystemError) { try undo(step) } catch { throw .unfinished(path: shown(step.path), error) }
    }
    do throws(SystemError) {
      try calls.removeFile(TargetFolder.journalName, in: state)
    } catch {
      throw .unfinished(path: target, error)
    }
    try? calls.removeTree(TargetFolder.stageName, in: state)
  }

  /// A path inside the target, or the target, as a person knows it.
  func shown(_ inner: RelativePath?) -> String {
    guard let inner else { return target }
    return TargetFolder.shown(inner.description, in: target)
  }

  /// The name under which new contents wait in the stage.
  static func stagedName(_ number: Int) -> String { String(number) }

  /// The name under which what was replaced or deleted lies in the stage.
  static func displacedName(_ number: Int) -> String { "\(number).old" }
}

/// Why a step could not be performed.
enum StepFailure: Error {
  case system(SystemError)
  /// What lies at the path is not what the plan was made for.
  case changed
}

extension TargetFailure {
  init(_ failure: StepFailure, at path: String) {
    switch failure {
    case .system(let error): self.init(error, at: path)
    case .changed: self = .changedSincePlanned(path: path)
    }
  }
}
