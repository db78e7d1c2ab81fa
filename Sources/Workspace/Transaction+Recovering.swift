import Generation
import Glibc
import Hashing

extension Transaction {
  /// Ends what an interrupted run has left, whichever steps of its journal were performed: completes it, or takes it back
  /// where somebody has brought back what it had replaced or deleted, as version control does.
  ///
  /// What was changed by hand since is left as it is: a later plan sees that it was edited.
  mutating func end(_ steps: [Journal.Step]) throws(TargetFailure) -> TargetAccess.Recovery {
    var path: RelativePath?
    do throws(SystemError) {
      // A stage that was removed by hand is made anew: what waited in it is left undone.
      _ = try openStage(creating: true)
      for step in steps {
        path = step.path
        guard try wasBroughtBack(step) else { continue }
        for step in steps.reversed() {
          path = step.path
          try takeBack(step)
        }
        return .takenBack
      }
      for step in steps {
        path = step.path
        try complete(step)
      }
      return .completed
    } catch {
      throw .unfinished(path: shown(path), error)
    }
  }

  /// Whether the file that a step has moved into the stage lies at its path again.
  private mutating func wasBroughtBack(_ step: Journal.Step) throws(SystemError) -> Bool {
    switch step {
    case .write(let path, let staged, let contents, let old?):
      guard try displacedFile(staged, contents: contents) != nil else { return false }
      // The new file can hold the same, where it has only become executable.
      let isWaiting = try FoundFile(Self.stagedName(staged), in: openStage()) == .file(contents)
      guard contents != old || isWaiting else { return false }
      return try find(path) == .file(old)
    case .delete(let path, let staged, let old):
      guard try FoundFile(Self.displacedName(staged), in: openStage()) != .nothing else { return false }
      return try find(path) == .file(old)
    case .write, .makeFolder, .removeFolder: return false
    }
  }

  private mutating func takeBack(_ step: Journal.Step) throws(SystemError) {
    // Which folders the other process has removed is not known, and what lay in them has to go back.
    if case .removeFolder(let path) = step { return try completeFolder(path) }
    try undo(step)
  }

  private mutating func complete(_ step: Journal.Step) throws(SystemError) {
    switch step {
    case .makeFolder(let path): try completeFolder(path)
    case .removeFolder(let path): _ = try removeIfEmpty(path)
    case .write(let path, let staged, let contents, let old):
      try complete(path, staged, contents, replacing: old)
    case .delete(let path, let staged, let old):
      if try find(path) == .file(old) { try displace(path, staged) }
      try giveBack(Self.displacedName(staged), to: path, unless: [.nothing, .file(old)])
    }
  }

  private mutating func completeFolder(_ path: RelativePath) throws(SystemError) {
    do throws(SystemError) {
      let folder = try calls.openFolder(path.name, in: walker.open(path.parent), creating: true)
      try calls.setPermissions(0o755, of: folder)
    } catch {
      // Something of the team's lies there now.
      guard [ENOTDIR, ELOOP, ENOENT].contains(error.code) else { throw error }
    }
  }

  private mutating func complete(
    _ path: RelativePath, _ staged: Int, _ contents: Digest, replacing old: Digest?
  ) throws(SystemError) {
    let isStaged = try FoundFile(Self.stagedName(staged), in: openStage()) == .file(contents)
    let isDisplaced = try displacedFile(staged, contents: contents) != nil
    switch try find(path) {
    case .nothing:
      // A file that was there before and is neither here nor in the stage was deleted by hand.
      if isStaged, old == nil || isDisplaced { try createIfPossible(path, from: staged) }
    case .file(let found):
      if found == old, isStaged, !isDisplaced { try replace(path, by: staged, atOneStroke: contents != old) }
    case .other: break
    }
    guard let old, let displaced = try displacedFile(staged, contents: contents) else { return }
    try giveBack(displaced, to: path, unless: [.file(old)])
  }

  private mutating func createIfPossible(_ path: RelativePath, from staged: Int) throws(SystemError) {
    do throws(SystemError) { try create(path, from: staged) } catch {
      // The folder was removed by hand.
      guard error.code == ENOENT else { throw error }
    }
  }

  /// An edit that was saved at the very moment of the exchange lies in the stage; it goes back.
  private mutating func giveBack(
    _ displaced: String, to path: RelativePath, unless expected: [FoundFile]
  ) throws(SystemError) {
    let stage = try openStage()
    guard !expected.contains(try FoundFile(displaced, in: stage)) else { return }
    let parent = try walker.open(path.parent)
    try calls.rename(displaced, in: stage, to: path.name, in: parent)
  }
}
