import Glibc

/// An entry of a folder.
struct FolderEntry {
  let name: String
  /// `nil` where the file system does not say it with the name.
  let knownKind: FileStatus.Kind?

  /// What it is; `nil` where it is gone.
  func kind(in folder: Int32) throws(SystemError) -> FileStatus.Kind? {
    if let knownKind { return knownKind }
    return try FileStatus(of: name, in: folder)?.kind
  }
}

/// The names in an open folder in the order of their bytes, without `.` and `..`.
func entryNames(in folder: Int32) throws(SystemError) -> [String] {
  try folderEntries(of: folder).map(\.name)
}

/// What is in an open folder in the order of the names' bytes, without `.` and `..`.
func folderEntries(of folder: Int32) throws(SystemError) -> [FolderEntry] {
  var others: [OtherName] = []
  return try folderEntries(of: folder, others: &others)
}

/// What is in an open folder, and the names in it that are not UTF-8.
func folderEntries(of folder: Int32, others: inout [OtherName]) throws(SystemError) -> [FolderEntry] {
  // A descriptor of its own, because reading a folder moves the position of the descriptor.
  let own = try Descriptor(".", in: folder, flags: O_RDONLY | O_DIRECTORY).release()
  guard let stream = fdopendir(own) else {
    let error = SystemError.last
    _ = close(own)
    throw error
  }
  defer { closedir(stream) }
  var entries: [FolderEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else { break }
    guard let name = name(of: entry) else {
      others.append(otherName(of: entry))
      continue
    }
    if name != ".", name != ".." {
      entries.append(FolderEntry(name: name, knownKind: FileStatus.Kind(ofEntry: entry.pointee.d_type)))
    }
  }
  guard errno == 0 else { throw SystemError.last }
  return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

private func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
  withUnsafePointer(to: &entry.pointee.d_name) { pointer in
    pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
      String(validatingCString: $0)
    }
  }
}

private func otherName(of entry: UnsafeMutablePointer<dirent>) -> OtherName {
  let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
  let type = Int(entry.pointee.d_type)
  return OtherName(bytes, isFolder: type == Int(DT_UNKNOWN) ? nil : type == Int(DT_DIR))
}
