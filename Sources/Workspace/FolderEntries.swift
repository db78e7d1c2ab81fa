import Glibc

/// The names in an open folder in the order of their bytes, without `.` and `..`.
func entryNames(in folder: Int32) throws(SystemError) -> [String] {
  var others: [OtherName] = []
  return try entryNames(in: folder, others: &others)
}

/// The names in an open folder, and those in it that are not UTF-8.
func entryNames(in folder: Int32, others: inout [OtherName]) throws(SystemError) -> [String] {
  // A descriptor of its own, because reading a folder moves the position of the descriptor.
  let own = try Descriptor(".", in: folder, flags: O_RDONLY | O_DIRECTORY).release()
  guard let stream = fdopendir(own) else {
    let error = SystemError.last
    _ = close(own)
    throw error
  }
  defer { closedir(stream) }
  var names: [String] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else { break }
    guard let name = name(of: entry) else {
      others.append(otherName(of: entry))
      continue
    }
    if name != ".", name != ".." { names.append(name) }
  }
  guard errno == 0 else { throw SystemError.last }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
