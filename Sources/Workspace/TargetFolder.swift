import Generation
import Glibc

/// The folder that a run generates into, reached through descriptors from the moment it is opened.
///
/// A target that does not exist yet is written as a folder beside its place and moved there whole. One
/// that exists is changed file by file under a journal. In both cases a run that ends early leaves what
/// was there, or is completed by the next run that writes.
package struct TargetFolder: ~Copyable {
  /// Where the target is, or will be, with the descriptor of the nearest folder that exists.
  enum Place {
    case existing(root: Int32)
    case missing(MissingTarget)
  }

  /// What a run that may write holds on to.
  struct Hold {
    let lock: Int32
    /// The folder with Bascule's own files, where the target has one.
    let state: Int32?
  }

  /// The path as the user gave it.
  package let path: String
  let calls: SystemCalls
  /// Its descriptor is this target's to close, as are those in `hold`.
  let place: Place
  /// `nil` in a run that only looks; the other holds signals back, too, until its end.
  let hold: Hold?

  init(path: String, calls: SystemCalls, place: Place, hold: Hold?) {
    self.path = path
    self.calls = calls
    self.place = place
    self.hold = hold
  }

  deinit {
    switch place {
    case .missing(let missing):
      if hold != nil { try? calls.removeFile(missing.lockName, in: missing.parent) }
      _ = close(missing.parent)
    case .existing(let root):
      if let state = hold?.state {
        try? calls.removeFile(Self.lockName, in: state)
        _ = close(state)
        // Goes only if nothing was ever recorded there.
        try? calls.removeFolder(Manifest.folderName, in: root)
      }
      _ = close(root)
    }
    // Closing unlocks; by now the name is gone, so that nobody can take the lock for a living one.
    if let hold {
      _ = close(hold.lock)
      SignalHold.end()
    }
  }

  static let lockName = "lock"
  static let stageName = "stage"
  static let journalName = "journal"

  /// The journal as a person knows it.
  static func journalPath(in path: String) -> String {
    shown("\(Manifest.folderName)/\(journalName)", in: path)
  }

  /// A path inside the target as a person knows it.
  func shown(_ inner: RelativePath) -> String { Self.shown(inner.description, in: path) }

  static func shown(_ inner: String, in path: String) -> String {
    path.hasSuffix("/") ? path + inner : path + "/" + inner
  }
}
