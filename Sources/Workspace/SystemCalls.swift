import CSystem
import Glibc

/// The calls that change the disk, all of them in one place.
///
/// A test can stand at the gate and let each call fail, so that every moment at which a run can end is
/// tried.
package struct SystemCalls: Sendable {
  /// One kind of call.
  package enum Name: Sendable, Hashable {
    case makeFolder, createFile, write, setPermissions, rename, exchange, removeFile, removeFolder
    case synchronize
  }

  /// What the gate says to a call.
  package enum Verdict: Sendable, Hashable {
    case proceed
    /// Writes at most so many bytes, as the operating system may do.
    case writePartly(Int)
    case fail(SystemError)
  }

  /// How a rename treats what is at the new name.
  enum RenameManner {
    case replacing, withoutReplacing, exchanging
  }

  private let gate: @Sendable (Name) -> Verdict

  /// Calls that pass the given gate.
  package init(gate: @escaping @Sendable (Name) -> Verdict = { _ in .proceed }) {
    self.gate = gate
  }

  func makeFolder(_ name: String, in folder: Int32) throws(SystemError) {
    _ = try perform(.makeFolder) { mkdirat(folder, name, 0o755) }
  }

  /// A new file that is open for writing; it is an error if anything has that name.
  func createFile(
    _ name: String, in folder: Int32, permissions: UInt32 = 0o600
  ) throws(SystemError) -> Descriptor {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    return Descriptor(taking: try perform(.createFile) { system_open_at(folder, name, flags, permissions) })
  }

  /// A file that is open for reading and writing, new or not.
  func openOrCreateFile(_ name: String, in folder: Int32) throws(SystemError) -> Descriptor {
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC
    return Descriptor(taking: try perform(.createFile) { system_open_at(folder, name, flags, 0o644) })
  }

  func write(_ contents: [UInt8], to file: borrowing Descriptor) throws(SystemError) {
    let number = file.number
    var start = 0
    while start < contents.count {
      let written = try perform(.write) { most in
        contents.withUnsafeBytes { bytes in
          let count = min(contents.count - start, most)
          return Int32(clamping: Glibc.write(number, bytes.baseAddress?.advanced(by: start), count))
        }
      }
      start += Int(written)
    }
  }

  /// Sets the permissions whatever the process masks, if they are not so already; the bit that hands
  /// the group of a folder down stays.
  func setPermissions(_ permissions: UInt32, of descriptor: borrowing Descriptor) throws(SystemError) {
    let number = descriptor.number
    let status = try FileStatus(of: number)
    guard status.permissions & 0o777 != permissions else { return }
    do throws(SystemError) {
      _ = try perform(.setPermissions) { fchmod(number, status.permissions & 0o7000 | permissions) }
    } catch {
      // Of an entry that this process has just made, only a file system that keeps no permissions says so.
      guard error.code == EPERM || error.saysUnsupported else { throw error }
    }
  }

  func rename(
    _ name: String, in folder: Int32, to newName: String, in newFolder: Int32,
    _ manner: RenameManner = .replacing
  ) throws(SystemError) {
    switch manner {
    case .replacing:
      _ = try perform(.rename) {
        system_rename_at(folder, name, newFolder, newName, system_rename_replacing)
      }
    case .withoutReplacing:
      try renameWithoutReplacing(name, in: folder, to: newName, in: newFolder)
    case .exchanging:
      _ = try perform(.exchange) {
        system_rename_at(folder, name, newFolder, newName, system_rename_exchanging)
      }
    }
  }

  /// Some file systems do not know the flag; there, looking first has to do.
  private func renameWithoutReplacing(
    _ name: String, in folder: Int32, to newName: String, in newFolder: Int32
  ) throws(SystemError) {
    do throws(SystemError) {
      _ = try perform(.rename) {
        system_rename_at(folder, name, newFolder, newName, system_rename_without_replacing)
      }
    } catch {
      guard error.saysUnsupported else { throw error }
      if try FileStatus(of: newName, in: newFolder) != nil { throw SystemError(EEXIST) }
      try rename(name, in: folder, to: newName, in: newFolder)
    }
  }

  func removeFile(_ name: String, in folder: Int32) throws(SystemError) {
    _ = try perform(.removeFile) { unlinkat(folder, name, 0) }
  }

  func removeFolder(_ name: String, in folder: Int32) throws(SystemError) {
    _ = try perform(.removeFolder) { unlinkat(folder, name, AT_REMOVEDIR) }
  }

  /// Brings everything that was written to the file system of the descriptor onto the disk, where there
  /// is a disk to bring it to.
  func synchronize(_ descriptor: Int32) throws(SystemError) {
    do throws(SystemError) {
      _ = try perform(.synchronize) { system_sync_file_system(descriptor) }
    } catch {
      guard error.saysUnsupported else { throw error }
    }
  }

  private func perform(_ name: Name, _ call: () -> Int32) throws(SystemError) -> Int32 {
    try perform(name) { _ in call() }
  }

  /// The call is told how many bytes it may write at most.
  private func perform(_ name: Name, _ call: (Int) -> Int32) throws(SystemError) -> Int32 {
    var most = 1 << 30
    switch gate(name) {
    case .proceed: break
    case .writePartly(let count): most = count
    case .fail(let error): throw error
    }
    while true {
      let result = call(most)
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError.last }
    }
  }
}

extension SystemError {
  /// Whether the file system does not know the kind of call.
  var saysUnsupported: Bool { [EINVAL, ENOSYS, EOPNOTSUPP].contains(code) }
}
