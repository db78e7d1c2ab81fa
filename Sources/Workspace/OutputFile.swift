import Glibc

/// A file that a user named for something to be written to.
package enum OutputFile {
  /// Writes the file anew, or leaves it as it was.
  package static func write(_ contents: [UInt8], to path: String) throws(TargetFailure) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    try changing(path) { () throws(SystemError) in
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
