package import Generation
import Glibc

extension TargetFolder {
  /// Does what a plan says, all of it or nothing.
  ///
  /// The target has to be open for writing.
  package func apply(_ plan: WritePlan) throws(TargetFailure) {
    precondition(hold != nil, "a target that is open for reading is written to")
    guard !plan.holder.isOther else { throw .conflicts(paths: [Manifest.path]) }
    guard plan.conflicts.isEmpty else { throw .conflicts(paths: plan.conflicts.map(\.path)) }
    guard !plan.isEmpty else { return }
    guard !SignalHold.isInterrupted else { throw .interrupted(path: path) }
    switch place {
    case .missing(let missing):
      try build(plan, at: missing)
    case .existing(let root):
      guard let state = hold?.state else { return }
      var transaction = Transaction(target: path, calls: calls, root: root, state: state)
      try transaction.apply(plan)
    }
  }

  /// Builds the target beside its place and moves it there whole.
  private func build(
    _ plan: WritePlan, at missing: MissingTarget
  ) throws(TargetFailure) {
    let (parent, stageName) = (missing.parent, missing.stageName)
    do throws(SystemError) {
      try calls.removeTree(stageName, in: parent)
      try fill(try makeRoot(stageName, in: parent, missing.names.dropFirst()), plan)
      guard !SignalHold.isInterrupted else { throw SystemError(EINTR) }
      try calls.rename(stageName, in: parent, to: missing.outermost, in: parent, .withoutReplacing)
    } catch {
      try? calls.removeTree(stageName, in: parent)
      if error.code == EINTR { throw .interrupted(path: path) }
      if error.code == EEXIST { throw .changedSincePlanned(path: path) }
      throw TargetFailure(error, at: path)
    }
  }

  private func makeRoot(
    _ stageName: String, in parent: Int32, _ innerNames: ArraySlice<String>
  ) throws(SystemError) -> Descriptor {
    var root = try calls.openFolder(stageName, in: parent, creating: true)
    for name in innerNames { root = try calls.openFolder(name, in: root, creating: true) }
    return root
  }

  private func fill(_ root: borrowing Descriptor, _ plan: WritePlan) throws(SystemError) {
    var walker = FolderWalker(root: root.number, calls: calls)
    for action in plan.actions {
      guard case .create(let file) = action.verb else { continue }
      try write(file.contents, to: file.path, isExecutable: file.isExecutable, through: &walker)
    }
    for (digest, contents) in plan.newBases.sorted(by: { $0.key < $1.key }) {
      try write(contents, to: Manifest.basePath(of: digest), isExecutable: false, through: &walker)
    }
    try write(plan.manifest.rendered(), to: Manifest.path, isExecutable: false, through: &walker)
    try calls.synchronize(root.number)
  }

  private func write(
    _ contents: [UInt8], to path: RelativePath, isExecutable: Bool, through walker: inout FolderWalker
  ) throws(SystemError) {
    try calls.writeFile(
      path.name, in: walker.open(path.parent, creating: true), contents: contents, isExecutable: isExecutable)
  }
}
