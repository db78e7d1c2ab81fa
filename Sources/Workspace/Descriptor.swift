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
    // One byte more than expected, so that the end is seen without a second buffer.
    let expected = min(Int(try FileStatus(of: number).size), limit) + 1
    var contents: [UInt8] = []
    contents.reserveCapacity(expected)
    var buffer = [UInt8](repeating: 0, count: min(max(expected, 1 << 10), 1 << 16))
    while true {
      let wanted = min(buffer.count, limit - contents.count + 1)
      let count = buffer.withUnsafeMutableBytes { read(number, $0.baseAddress, wanted) }
      if count == 0 { return contents }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError.last
      }
      contents.append(contentsOf: buffer[..<count])
      if contents.count > limit { return nil }
    }
  }
}
