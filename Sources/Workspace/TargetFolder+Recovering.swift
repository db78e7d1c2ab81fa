import Generation
import Glibc

extension TargetFolder {
  /// Ends a committed change of an interrupted run and clears away what one has left before; `nil` where there was no
  /// such change.
  func recover() throws(TargetFailure) -> TargetAccess.Recovery? {
    guard case .existing(let root) = place, let number = hold?.state else { return nil }
    var recovery: TargetAccess.Recovery?
    if let journal = try pendingJournal(number) {
      var transaction = Transaction(target: path, calls: calls, root: root, state: number)
      recovery = try transaction.end(journal.steps)
      try changing(path) { () throws(SystemError) in try calls.removeFile(Self.journalName, in: number) }
    }
    try changing(path) { () throws(SystemError) in try calls.removeTree(Self.stageName, in: number) }
    return recovery
  }

  private func pendingJournal(_ state: Int32) throws(TargetFailure) -> Journal? {
    let contents: [UInt8]?
    do throws(SystemError) {
      let file = try Descriptor(Self.journalName, in: state, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
      contents = try file.contents(limit: Self.largestFile)
    } catch {
      if error.code == ENOENT { return nil }
      throw .unreadable(path: Self.journalPath(in: path), error)
    }
    guard let contents else { throw .corruptJournal(path: path, reason: "it is too large") }
    do throws(Journal.Corruption) {
      return try Journal(contents: contents)
    } catch {
      throw .corruptJournal(path: path, reason: error.reason)
    }
  }
}
