import Generation
import Glibc

extension TargetFolder {
  /// Opens the folder at a path that a user gave, which need not exist.
  ///
  /// A run that may write first completes, or takes back, what an interrupted one has begun.
  package static func open(
    _ path: String, for access: TargetAccess, calls: SystemCalls = SystemCalls()
  ) throws(TargetFailure) -> TargetFolder {
    guard case .writing = access else { return try look(path, for: access, calls) }
    // From before the first thing that has to be removed again.
    SignalHold.begin()
    do {
      return try look(path, for: access, calls)
    } catch {
      SignalHold.end()
      throw error
    }
  }

  private static func look(
    _ path: String, for access: TargetAccess, _ calls: SystemCalls
  ) throws(TargetFailure) -> TargetFolder {
    // Another run may make or remove things between two looks; it cannot do so for ever.
    for _ in 0..<100 {
      if let root = try openRoot(path) {
        if let folder = try openExisting(path, root, access, calls) { return folder }
      } else if let folder = try openMissing(path, access, calls) {
        return folder
      }
    }
    // A folder in which nothing can be made, such as those of the kernel, says the same each time.
    throw .refused(path: path, SystemError(ENOENT))
  }

  static func openRoot(_ path: String) throws(TargetFailure) -> Descriptor? {
    do throws(SystemError) {
      return try Descriptor(following: path.isEmpty ? "." : path, flags: O_RDONLY | O_DIRECTORY)
    } catch {
      if error.code == ENOENT { return nil }
      throw TargetFailure(error, at: path)
    }
  }

  /// `nil` where another run has changed the place meanwhile.
  private static func openExisting(
    _ path: String, _ root: consuming Descriptor, _ access: TargetAccess, _ calls: SystemCalls
  ) throws(TargetFailure) -> TargetFolder? {
    let rootNumber = root.number
    switch access {
    case .reading:
      guard try !hasJournal(rootNumber, path) else { throw .interruptedEarlier(path: path) }
      return TargetFolder(path: path, calls: calls, place: .existing(root: root.release()), hold: nil)
    case .writing(let patience):
      guard let state = try openState(rootNumber, path, calls) else { return nil }
      let place = shown("\(Manifest.folderName)/\(lockName)", in: path)
      guard let lock = try acquire(lockName, in: state.number, calls, path, at: place, patience) else {
        return nil
      }
      let hold = Hold(lock: lock.release(), state: state.release())
      let folder = TargetFolder(
        path: path, calls: calls, place: .existing(root: root.release()), hold: hold)
      if let recovery = try folder.recover() { patience.onRecovery(recovery) }
      return folder
    }
  }

  private static func openState(
    _ root: Int32, _ path: String, _ calls: SystemCalls
  ) throws(TargetFailure) -> Descriptor? {
    do {
      return try changing(shown(Manifest.folderName, in: path)) { () throws(SystemError) in
        try calls.openFolder(Manifest.folderName, in: root, creating: true)
      }
    } catch {
      return try nilIfVanished(error)
    }
  }

  private static func openMissing(
    _ path: String, _ access: TargetAccess, _ calls: SystemCalls
  ) throws(TargetFailure) -> TargetFolder? {
    let missing = try MissingTarget.find(path)
    guard case .writing(let patience) = access else {
      return TargetFolder(path: path, calls: calls, place: .missing(missing), hold: nil)
    }
    // Closed by `looking` if the lock cannot be had.
    let looking = Descriptor(taking: missing.parent)
    let name = missing.lockName
    guard let lock = try acquire(name, in: missing.parent, calls, path, at: name, patience) else {
      return nil
    }
    let hold = Hold(lock: lock.release(), state: nil)
    let folder = TargetFolder(
      path: path, calls: calls,
      place: .missing(MissingTarget(parent: looking.release(), names: missing.names)), hold: hold)
    // Whoever held the lock before may have made the target.
    let found = try changing(path) { () throws(SystemError) in
      try FileStatus(of: missing.outermost, in: missing.parent)?.kind
    }
    switch found {
    case nil: return folder
    case .folder: return nil
    case .file, .symbolicLink, .special: throw .notAFolder(path: path)
    }
  }

  private static func acquire(
    _ name: String, in folder: Int32, _ calls: SystemCalls, _ path: String, at place: String,
    _ patience: TargetAccess.Patience
  ) throws(TargetFailure) -> TargetLock? {
    do {
      return try TargetLock.acquire(
        name, in: folder, calls: calls, path: path, place: place, patience: patience)
    } catch {
      return try nilIfVanished(error)
    }
  }

  /// Another run that ends removes the folder of the lock if nothing is in it.
  private static func nilIfVanished<Value: ~Copyable>(_ failure: TargetFailure) throws(TargetFailure)
    -> Value?
  {
    if case .refused(_, let error) = failure, error.code == ENOENT { return nil }
    throw failure
  }

  private static func hasJournal(_ root: Int32, _ path: String) throws(TargetFailure) -> Bool {
    do throws(SystemError) {
      let state = try Descriptor(Manifest.folderName, in: root, flags: O_RDONLY | O_DIRECTORY)
      return try state.status(of: journalName) != nil
    } catch {
      if error.code == ENOENT { return false }
      throw TargetFailure(error, at: shown(Manifest.folderName, in: path))
    }
  }
}
