import Glibc

/// What kind of thing lies at a path, and some facts about it.
struct FileStatus {
  enum Kind {
    case file, folder, symbolicLink, special

    /// What the entry of a folder says; `nil` where the file system leaves it open.
    init?(ofEntry type: UInt8) {
      switch Int(type) {
      case Int(DT_REG): self = .file
      case Int(DT_DIR): self = .folder
      case Int(DT_LNK): self = .symbolicLink
      case Int(DT_UNKNOWN): return nil
      default: self = .special
      }
    }
  }

  let kind: Kind
  let size: Int64
  let isExecutable: Bool
  let device: UInt64
  let number: UInt64
  let permissions: UInt32

  private init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .symbolicLink
    default: kind = .special
    }
    size = Int64(status.st_size)
    isExecutable = status.st_mode & S_IXUSR != 0
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    permissions = status.st_mode & 0o7777
  }

  /// The status of what is open.
  init(of descriptor: Int32) throws(SystemError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError.last }
    self.init(status)
  }

  /// The status of what lies at a path, links followed.
  init(following path: String) throws(SystemError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw SystemError.last }
    self.init(status)
  }

  /// The status of an entry of an open folder, a link itself if it is one; `nil` where there is none.
  init?(of name: String, in folder: Int32) throws(SystemError) {
    var status = stat()
    if fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 {
      self.init(status)
      return
    }
    guard errno == ENOENT || errno == ENOTDIR else { throw SystemError.last }
    return nil
  }

  func isSame(as other: FileStatus) -> Bool {
    device == other.device && number == other.number
  }
}
