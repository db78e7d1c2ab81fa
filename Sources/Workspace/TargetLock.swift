import CSystem
import Glibc

/// The lock of a target: a file that the operating system unlocks when the process ends, however it
/// ends. Whoever holds the lock removes the name before it goes out of scope.
struct TargetLock: ~Copyable {
  private let file: Descriptor

  static let pollsPerSecond = 50

  static func pause() { usleep(UInt32(1_000_000 / pollsPerSecond)) }

  /// Gives the descriptor up, to be closed by somebody else.
  consuming func release() -> Int32 { file.release() }

  /// Waits for the lock as long as patience allows. Throws `ENOENT` where its folder has vanished.
  ///
  /// - Parameter place: the path of the lock as a person knows it.
  static func acquire(
    _ name: String, in folder: Int32, calls: SystemCalls, path: String, place: String,
    patience: TargetAccess.Patience
  ) throws(TargetFailure) -> TargetLock {
    var polls = 0
    while true {
      let file: Descriptor
      do throws(SystemError) { file = try calls.openOrCreateFile(name, in: folder) } catch {
        throw .refused(path: [EISDIR, ELOOP].contains(error.code) ? place : path, error)
      }
      if try isLocked(file, name, in: folder, path: path) {
        note(holder: getpid(), in: file)
        return TargetLock(file: file)
      }
      if polls == 0 { patience.onWait(holder(in: file)) }
      guard polls < patience.seconds * pollsPerSecond else {
        throw .locked(path: path, holder: holder(in: file))
      }
      polls += 1
      SignalHold.end()
      pause()
      SignalHold.begin()
    }
  }

  /// A lock on a file that its last holder has removed meanwhile keeps nobody out.
  private static func isLocked(
    _ file: borrowing Descriptor, _ name: String, in folder: Int32, path: String
  ) throws(TargetFailure) -> Bool {
    let number = file.number
    if system_try_lock(number) != 0 {
      let error = SystemError.last
      if error.code == EWOULDBLOCK || error.code == EINTR { return false }
      // A file system without locks: better to work there unguarded than not at all.
      guard error.saysUnsupported || error.code == ENOLCK else { throw .refused(path: path, error) }
    }
    return try changing(path) { () throws(SystemError) in
      let own = try FileStatus(of: number)
      return try FileStatus(of: name, in: folder)?.isSame(as: own) == true
    }
  }

  /// Whether another run holds a lock; nothing is waited for.
  static func isHeld(_ name: String, in folder: Int32) -> Bool {
    guard let file = try? Descriptor(name, in: folder, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY) else {
      return false
    }
    return system_try_lock(file.number) != 0 && errno == EWOULDBLOCK
  }

  /// Only for people: that it fails changes nothing.
  private static func note(holder: Int32, in file: borrowing Descriptor) {
    let text = Array("\(holder)\n".utf8)
    guard ftruncate(file.number, 0) == 0 else { return }
    _ = pwrite(file.number, text, text.count, 0)
  }

  private static func holder(in file: borrowing Descriptor) -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 16)
    let count = pread(file.number, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    return Int32(String(decoding: buffer[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}

/// Calls the operating system and says at which path it refused.
func changing<Value: ~Copyable>(
  _ path: String, _ call: () throws(SystemError) -> Value
) throws(TargetFailure) -> Value {
  do { return try call() } catch { throw TargetFailure(error, at: path) }
}

extension TargetFailure {
  init(_ error: SystemError, at path: String) {
    switch error.code {
    case ENOTDIR, ELOOP: self = .notAFolder(path: path)
    default: self = .refused(path: path, error)
    }
  }
}
