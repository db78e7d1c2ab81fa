package import Generation
import Glibc

/// Why a plan could not be applied to a target folder.
package enum TargetFailure: Error, Sendable, Hashable {
  /// The operating system refused something; the target is as it was.
  case refused(path: String, SystemError)
  /// The operating system refused something half-way, and refused to take it back; the next run ends it.
  case unfinished(path: String, SystemError)
  /// Something in the target cannot be read.
  case unreadable(path: String, SystemError)
  /// An earlier run was interrupted; only a run that writes can end it.
  case interruptedEarlier(path: String)
  /// Something changed between the plan and its application; nothing was written.
  case changedSincePlanned(path: String)
  /// A link, a mount or anything else where a folder of the target is needed.
  case notAFolder(path: String)
  /// A folder, a link or anything else where a file of Bascule's own is needed.
  case notAFile(path: String)
  /// Another run writes to the target and did not end in time.
  case locked(path: String, holder: Int32?)
  /// The record of an interrupted run makes no sense.
  case corruptJournal(path: String, reason: String)
  /// A signal asked the process to end before anything was certain to happen.
  case interrupted(path: String)
  /// The index of git cannot be read.
  case noIndex(path: String, reason: String)
  /// The plan has conflicts, so that nothing of it is applied.
  case conflicts(paths: [RelativePath])
}

extension TargetFailure {
  /// Whether the place can be read, but nothing may be written there.
  package var isLackOfPermission: Bool {
    guard case .refused(_, let error) = self else { return false }
    return [EACCES, EPERM, EROFS].contains(error.code)
  }
}

extension TargetFailure: CustomStringConvertible {
  /// One line that stands alone.
  package var description: String {
    switch self {
    case .refused(let path, let error):
      "\(quoted(path)) cannot be written: \(error); nothing was changed"
    case .unfinished(let path, let error):
      "\(quoted(path)) cannot be written: \(error); the next run completes what was begun"
    case .unreadable(let path, let error): "\(quoted(path)) cannot be read: \(error)"
    case .interruptedEarlier(let path):
      "an earlier run was interrupted while it wrote to \(quoted(path)); generate again to complete it"
    case .changedSincePlanned(let path):
      "\(quoted(path)) was changed while the plan was made; nothing was changed"
    case .notAFolder(let path):
      "\(quoted(path)) is no folder but a file, a link or something else; nothing was changed"
    case .notAFile(let path):
      "\(quoted(path)) is no file but a folder, a link or something else; nothing was changed"
    case .locked(let path, let holder):
      "another run\(holder.map { " (process \($0))" } ?? "") is writing to \(quoted(path))"
    case .corruptJournal(let path, let reason):
      "the record of an interrupted run in \(quoted(path)) cannot be read: \(reason); bring the folder back from version control, or remove \(quoted(TargetFolder.journalPath(in: path))) and see what --dry-run says"
    case .interrupted(let path): "interrupted before \(quoted(path)) was written; nothing was changed"
    case .noIndex(let path, let reason):
      "the index of git cannot be read for \(quoted(path)): \(reason)"
    case .conflicts(let paths):
      "nothing was written, because of conflicts at \(paths.map { quoted($0.description) }.joined(separator: ", "))"
    }
  }
}
