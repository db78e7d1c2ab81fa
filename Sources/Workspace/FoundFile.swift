import Glibc
import Hashing

/// What is found at a name when a step is about to touch it.
enum FoundFile: Equatable {
  case nothing
  case file(Digest)
  /// Anything that Bascule did not write: a folder, a link, a device, a very large file.
  case other

  init(_ name: String, in folder: Int32) throws(SystemError) {
    guard let status = try FileStatus(of: name, in: folder) else {
      self = .nothing
      return
    }
    guard status.kind == .file else {
      self = .other
      return
    }
    let file = try Descriptor(name, in: folder, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
    let contents = try file.contents(limit: TargetFolder.largestFile)
    self = contents.map { .file(Digest(of: $0)) } ?? .other
  }
}
