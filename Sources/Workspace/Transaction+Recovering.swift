import Generation
import Glibc
import Hashing

extension Transaction {
  /// Completes the steps of a journal that an interrupted run has left, whichever were performed.
  ///
  /// What was changed by hand since is left as it is: a later plan sees that it was edited.
  mutating func complete(_ steps: [Journal.Step]) throws(TargetFailure) {
    // A stage that was removed by hand is made anew: what waited in it is left undone.
    do throws(SystemError) { _ = try openStage(creating: true) } catch {
      throw .unfinished(path: target, error)
    }
    for step in steps {
      do throws(SystemError) { try complete(step) } catch {
        throw .unfinished(path: shown(step.path), error)
      }
    }
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
