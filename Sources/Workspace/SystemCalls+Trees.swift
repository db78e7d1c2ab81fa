import Glibc

extension SystemCalls {
  /// Opens a folder of an open folder, and makes it first if it is not there.
  func openFolder(
    _ name: String, in folder: Int32, creating: Bool = false
  ) throws(SystemError) -> Descriptor {
    let isNew = creating ? try makeFolderIfAbsent(name, in: folder) : false
    let opened = try Descriptor(name, in: folder, flags: O_RDONLY | O_DIRECTORY)
    if isNew { try setPermissions(0o755, of: opened) }
    return opened
  }

  /// False where something has the name already.
  private func makeFolderIfAbsent(_ name: String, in folder: Int32) throws(SystemError) -> Bool {
    do throws(SystemError) {
      try makeFolder(name, in: folder)
      return true
    } catch {
      guard error.code == EEXIST else { throw error }
      return false
    }
  }

  /// Opens a folder of an open folder, and makes it first if it is not there.
  func openFolder(
    _ name: String, in folder: borrowing Descriptor, creating: Bool
  ) throws(SystemError) -> Descriptor {
    try openFolder(name, in: folder.number, creating: creating)
  }

  /// Writes a new file, whose permissions do not depend on the mask of the process.
  func writeFile(
    _ name: String, in folder: Int32, contents: [UInt8], isExecutable: Bool = false
  ) throws(SystemError) {
    try writeFile(name, in: folder, contents: contents, permissions: isExecutable ? 0o755 : 0o644)
  }

  /// The same with the given permissions.
  func writeFile(
    _ name: String, in folder: Int32, contents: [UInt8], permissions: UInt32
  ) throws(SystemError) {
    let file = try createFile(name, in: folder, permissions: permissions)
    try write(contents, to: file)
    try setPermissions(permissions, of: file)
  }

  /// Removes whatever has the name, with everything in it, and without following a link; nothing to
  /// remove is no error.
  func removeTree(_ name: String, in folder: Int32) throws(SystemError) {
    guard let status = try FileStatus(of: name, in: folder) else { return }
    guard status.kind == .folder else { return try removeFile(name, in: folder) }
    try removeEntries(of: try openFolder(name, in: folder))
    try removeFolder(name, in: folder)
  }

  private func removeEntries(of folder: borrowing Descriptor) throws(SystemError) {
    for entry in try entryNames(in: folder.number) { try removeTree(entry, in: folder.number) }
  }
}
