import CSystem
import Glibc

/// An open file or folder, closed after its last use.
///
/// The last use may be the reading of `number`: whoever passes the number on has to see to it that the
/// descriptor lives longer, best by borrowing it in a parameter.
struct Descriptor: ~Copyable {
  let number: Int32

  init(taking number: Int32) {
    self.number = number
  }

  deinit { _ = close(number) }

  /// Gives the number up, to be closed by somebody else.
  consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// The folder or file at a path that a user gave; links are followed.
  init(following path: String, flags: Int32) throws(SystemError) {
    number = try Self.open(path, in: AT_FDCWD, flags: flags)
  }

  /// An entry of an open folder; a link is an error.
  init(_ name: String, in folder: Int32, flags: Int32) throws(SystemError) {
    number = try Self.open(name, in: folder, flags: flags | O_NOFOLLOW)
  }

  private static func open(_ path: String, in folder: Int32, flags: Int32) throws(SystemError) -> Int32 {
    while true {
      let number = system_open_at(folder, path, flags | O_CLOEXEC, 0)
      if number >= 0 { return number }
      if errno != EINTR { throw SystemError.last }
    }
  }
}

extension Descriptor {
  /// Opens an entry of this folder; a link is an error.
  func open(_ name: String, flags: Int32) throws(SystemError) -> Descriptor {
    try Descriptor(name, in: number, flags: flags)
  }

  /// The status of an entry of this folder; `nil` where there is none.
  func status(of name: String) throws(SystemError) -> FileStatus? {
    try FileStatus(of: name, in: number)
  }

  /// Reads to the end; `nil` where more than `limit` bytes come.
  func contents(limit: Int) throws(SystemError) -> [UInt8]? {
    try contents(FileStatus(of: number), limit: limit)
  }

  /// Reads what has the given status to the end; `nil` where more than `limit` bytes come.
  func contents(_ status: FileStatus, limit: Int) throws(SystemError) -> [UInt8]? {
    var contents: [UInt8] = []
    var isAtEnd = false
    while !isAtEnd {
      // One byte more than expected, so that the end is seen at once.
      let expected = min(max(Int(status.size) - contents.count, 1 << 10), limit - contents.count) + 1
      let next = try piece(expected)
      if contents.isEmpty { contents = next } else { contents += next }
      let isWhole = status.kind == .file && contents.count == Int(status.size)
      isAtEnd = next.isEmpty || (isWhole && next.count < expected)
      if contents.count > limit { return nil }
    }
    return contents
  }

  /// What comes next, at most so many bytes; nothing at the end.
  private func piece(_ most: Int) throws(SystemError) -> [UInt8] {
    var failure: SystemError?
    let piece = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      while true {
        let result = read(number, buffer.baseAddress, most)
        count = max(0, result)
        if result >= 0 { break }
        if errno == EINTR { continue }
        failure = SystemError.last
        break
      }
    }
    if let failure { throw failure }
    return piece
  }
}
