import Glibc
import Testing

/// What the tests do to the disk by themselves, without the code under test.
enum Disk {
  struct Failure: Error {
    let path: String
    let code: Int32
  }

  static func check(_ result: Int32, _ path: String) throws {
    if result != 0 { throw Failure(path: path, code: errno) }
  }

  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure(path: path, code: errno) }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Failure(path: path, code: errno) }
    try check(fchmod(fileno(file), 0o644), path)
  }

  static func text(of path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw Failure(path: path, code: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// What the process masks does not matter, because other tests change it meanwhile.
  static func makeFolder(_ path: String) throws {
    try check(mkdir(path, 0o755), path)
    try check(chmod(path, 0o755), path)
  }

  static func link(_ path: String, to target: String) throws { try check(symlink(target, path), path) }

  /// The names in a folder, sorted.
  static func names(in path: String) throws -> [String] {
    guard let stream = opendir(path) else { throw Failure(path: path, code: errno) }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Everything below a folder: files with permissions and contents, folders, links with what they name.
  static func tree(_ path: String, below prefix: String = "") throws -> [String: String] {
    var entries: [String: String] = [:]
    for name in try names(in: path) {
      let full = path + "/" + name
      var status = stat()
      try check(lstat(full, &status), full)
      let permissions = String(status.st_mode & 0o777, radix: 8)
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        entries[prefix + name] = "folder \(permissions)"
        entries.merge(try tree(full, below: prefix + name + "/")) { first, _ in first }
      case S_IFREG: entries[prefix + name] = "\(permissions) \(try text(of: full))"
      case S_IFLNK: entries[prefix + name] = "link"
      default: entries[prefix + name] = "special"
      }
    }
    return entries
  }

  static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in (try? names(in: path)) ?? [] { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }

  static func copyTree(_ path: String, to copy: String) throws {
    try makeFolder(copy)
    for name in try names(in: path) {
      var status = stat()
      try check(lstat(path + "/" + name, &status), name)
      if status.st_mode & S_IFMT == S_IFDIR {
        try copyTree(path + "/" + name, to: copy + "/" + name)
      } else {
        try write(try text(of: path + "/" + name), to: copy + "/" + name)
        try check(chmod(copy + "/" + name, status.st_mode & 0o777), name)
      }
    }
  }
}

/// Runs a test in a folder of its own, which is removed afterwards; in memory where many runs would
/// otherwise wait for the disk again and again.
func withTemporaryFolder<Result>(inMemory: Bool = false, _ body: (String) throws -> Result) throws -> Result {
  let memory = "/dev/shm"
  let parent =
    inMemory && access(memory, W_OK) == 0
    ? memory : getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
  var template = Array((parent + "/bascule-test-XXXXXX").utf8CString)
  guard mkdtemp(&template) != nil else { throw Disk.Failure(path: parent, code: errno) }
  let path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } } ?? parent
  defer { Disk.remove(path) }
  return try body(path)
}

/// Runs a test in a small file system of its own; does nothing but say so where that is not permitted.
func withFileSystem(
  size: String, readOnlyAfter prepare: ((String) throws -> Void)? = nil, _ body: (String) throws -> Void
) throws {
  try withTemporaryFolder { parent in
    let path = parent + "/mounted"
    try Disk.makeFolder(path)
    guard mount("tmpfs", path, "tmpfs", 0, "size=\(size),mode=0755") == 0 else {
      print("skipped: mounting a file system is not permitted here")
      return
    }
    defer { umount2(path, Int32(MNT_DETACH)) }
    guard let prepare else { return try body(path) }
    try prepare(path)
    // A second mount over the first is made read-only, because nobody can have opened a file there: one that is open
    // for writing, also in a program that another test has started meanwhile, would keep the first from becoming so.
    try Disk.check(mount(path, path, nil, UInt(MS_BIND), nil), path)
    defer { umount2(path, Int32(MNT_DETACH)) }
    try Disk.check(mount(nil, path, nil, UInt(MS_REMOUNT | MS_BIND | MS_RDONLY), nil), path)
    try body(path)
  }
}
