import Generation
import Glibc
import Hashing

extension Transaction {
  /// Performs a step of a journal that this process has just committed.
  mutating func perform(_ step: Journal.Step) throws(StepFailure) {
    let isDone: Bool
    do throws(SystemError) { isDone = try attempt(step) } catch {
      // Somebody has made, moved or removed something since the checks.
      if error.code == ENOENT || error.code == EEXIST { throw .changed }
      throw .system(error)
    }
    if !isDone { throw .changed }
  }

  /// `false` where something else lay at the path than was expected.
  private mutating func attempt(_ step: Journal.Step) throws(SystemError) -> Bool {
    switch step {
    case .makeFolder(let path):
      let parent = try walker.open(path.parent)
      try calls.makeFolder(path.name, in: parent)
      madeFolders.insert(path)
      try calls.setPermissions(0o755, of: calls.openFolder(path.name, in: parent))
      return true
    case .removeFolder(let path):
      if try removeIfEmpty(path) { removedFolders.insert(path) }
      return true
    case .write(let path, let staged, _, nil):
      try create(path, from: staged)
      return true
    case .write(let path, let staged, let contents, let old?):
      try replace(path, by: staged, atOneStroke: contents != old)
      return try FoundFile(Self.displacedName(staged), in: openStage()) == .file(old)
    case .delete(let path, let staged, let old):
      try displace(path, staged)
      return try FoundFile(Self.displacedName(staged), in: openStage()) == .file(old)
    }
  }

  /// What lies at a path; nothing where a folder on the way is missing, and something else where it is
  /// no folder.
  mutating func find(_ path: RelativePath) throws(SystemError) -> FoundFile {
    do throws(SystemError) {
      return try FoundFile(path.name, in: walker.open(path.parent))
    } catch {
      switch error.code {
      case ENOENT: return .nothing
      case ENOTDIR, ELOOP: return .other
      default: throw error
      }
    }
  }

  /// Moves a staged file to a path at which nothing is.
  mutating func create(_ path: RelativePath, from staged: Int) throws(SystemError) {
    let stage = try openStage()
    try calls.rename(
      Self.stagedName(staged), in: stage, to: path.name, in: walker.open(path.parent),
      .withoutReplacing)
  }

  /// Moves a staged file to a path and what was there into the stage, at one stroke where the file
  /// system can: whatever it was, it is not lost.
  ///
  /// Two files of equal contents are never exchanged, because nobody could tell afterwards which is which.
  mutating func replace(_ path: RelativePath, by staged: Int, atOneStroke: Bool) throws(SystemError) {
    guard atOneStroke else {
      try displace(path, staged)
      return try create(path, from: staged)
    }
    let stage = try openStage()
    let name = Self.stagedName(staged)
    do throws(SystemError) {
      try calls.rename(name, in: stage, to: path.name, in: walker.open(path.parent), .exchanging)
    } catch {
      guard error.saysUnsupported else { throw error }
      try displace(path, staged)
      return try create(path, from: staged)
    }
    try calls.rename(name, in: stage, to: Self.displacedName(staged), in: stage)
  }

  /// Moves what lies at a path into the stage.
  mutating func displace(_ path: RelativePath, _ staged: Int) throws(SystemError) {
    let stage = try openStage()
    try calls.rename(
      path.name, in: walker.open(path.parent), to: Self.displacedName(staged), in: stage,
      .withoutReplacing)
  }
}

extension Transaction {
  /// Takes a step back as far as it was performed, without touching what somebody else has put there.
  mutating func undo(_ step: Journal.Step) throws(SystemError) {
    switch step {
    case .makeFolder(let path):
      if madeFolders.contains(path) { _ = try removeIfEmpty(path) }
    case .removeFolder(let path):
      if removedFolders.contains(path) {
        _ = try calls.openFolder(path.name, in: walker.open(path.parent), creating: true)
      }
    case .write(let path, let staged, let contents, nil): try withdraw(path, staged, contents)
    case .write(let path, let staged, let contents, _?):
      try undoReplacement(of: path, staged, contents)
    case .delete(let path, let staged, _):
      let stage = try openStage()
      let name = Self.displacedName(staged)
      guard try FoundFile(name, in: stage) != .nothing else { return }
      try restore(path, from: name)
    }
  }

  private mutating func undoReplacement(
    of path: RelativePath, _ staged: Int, _ contents: Digest
  ) throws(SystemError) {
    let stage = try openStage()
    switch try displacedFile(staged, contents: contents) {
    case nil: break
    case Self.displacedName(staged)?:
      try withdraw(path, staged, contents)
      try restore(path, from: Self.displacedName(staged))
    case let exchanged?:
      guard try find(path) == .file(contents) else { return try restore(path, from: exchanged) }
      try calls.rename(exchanged, in: stage, to: path.name, in: walker.open(path.parent), .exchanging)
    }
  }

  /// Where the file that a step replaced lies in the stage; `nil` where it was not replaced yet.
  mutating func displacedFile(_ staged: Int, contents: Digest) throws(SystemError) -> String? {
    let stage = try openStage()
    let name = Self.displacedName(staged)
    if try FoundFile(name, in: stage) != .nothing { return name }
    let exchanged = Self.stagedName(staged)
    let found = try FoundFile(exchanged, in: stage)
    return found == .nothing || found == .file(contents) ? nil : exchanged
  }

  /// Moves the new contents back into the stage if they are what lies at the path. From there the next
  /// run can put them in place once more, if this one is killed before it is done.
  private mutating func withdraw(_ path: RelativePath, _ staged: Int, _ contents: Digest) throws(SystemError)
  {
    let stage = try openStage()
    let name = Self.stagedName(staged)
    guard try FoundFile(name, in: stage) == .nothing, try find(path) == .file(contents) else { return }
    try calls.rename(path.name, in: walker.open(path.parent), to: name, in: stage, .withoutReplacing)
  }

  /// Moves a displaced file back to its path unless something has taken its place.
  mutating func restore(_ path: RelativePath, from displaced: String) throws(SystemError) {
    let stage = try openStage()
    do throws(SystemError) {
      try calls.rename(
        displaced, in: stage, to: path.name, in: walker.open(path.parent), .withoutReplacing)
    } catch {
      guard error.code == EEXIST else { throw error }
    }
  }

  /// A folder in which something is, or which is none any more, stays: `false`.
  mutating func removeIfEmpty(_ path: RelativePath) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try calls.removeFolder(path.name, in: walker.open(path.parent))
      return true
    } catch {
      guard [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR, EBUSY].contains(error.code) else { throw error }
      return false
    }
  }
}
