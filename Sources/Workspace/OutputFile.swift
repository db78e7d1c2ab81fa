import Glibc

/// A file that a user named for something to be written to.
package enum OutputFile {
  /// Writes the file anew, or leaves it as it was; a link leads to the file, and a device or a pipe takes what is
  /// written.
  package static func write(_ contents: [UInt8], to path: String) throws(TargetFailure) {
    if (try? FileStatus(following: path))?.kind == .special {
      return try changing(path) { () throws(SystemError) in
        try SystemCalls().write(contents, to: Descriptor(following: path, flags: O_WRONLY | O_NOCTTY))
      }
    }
    let real = realpath(path, nil)
    defer { free(real) }
    try replace(real.map { String(cString: $0) } ?? path, by: contents, shownAs: path)
  }

  private static func replace(
    _ path: String, by contents: [UInt8], shownAs shown: String
  ) throws(TargetFailure) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    try changing(shown) { () throws(SystemError) in
      let calls = SystemCalls()
      let parent = try Descriptor(following: folder, flags: O_RDONLY | O_DIRECTORY)
      if try parent.status(of: name)?.kind == .folder { throw SystemError(EISDIR) }
      let staged = ".\(name).bascule-\(getpid())"
      do throws(SystemError) {
        try calls.writeFile(staged, in: parent.number, contents: contents)
        try calls.rename(staged, in: parent.number, to: name, in: parent.number)
      } catch {
        try? calls.removeFile(staged, in: parent.number)
        throw error
      }
    }
  }
}
