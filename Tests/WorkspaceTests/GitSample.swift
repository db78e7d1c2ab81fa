import Glibc

/// A git repository of one test.
struct GitSample {
  let path: String

  init(_ path: String) throws {
    self.path = path
    try git("init", "--quiet", "--initial-branch=main")
    try git("config", "user.name", "A")
    try git("config", "user.email", "a@example.com")
  }

  func write(_ name: String, _ text: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      if access(folder, F_OK) != 0 { try Disk.makeFolder(folder) }
    }
    try Disk.write(text, to: path + "/" + name)
  }

  /// Commits everything that there is, and gives the commit's id.
  @discardableResult
  func commit(_ message: String = "change") throws -> String {
    try git("add", "--all")
    try git("-c", "commit.gpgsign=false", "commit", "--quiet", "--allow-empty", "--message", message)
    return try git("rev-parse", "HEAD")
  }

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let output = path + ".out"
    let words = ([path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    try Disk.check(system("env -u GIT_DIR git -C \(words) > '\(output)' 2>&1"), "git \(words)")
    defer { Disk.remove(output) }
    let text = try Disk.text(of: output)
    return text.last == "\n" ? String(text.dropLast()) : text
  }
}

/// Runs a test in a repository of its own.
func withRepository(_ body: (GitSample) throws -> Void) throws {
  try withTemporaryFolder { folder in
    try Disk.makeFolder(folder + "/repository")
    try body(try GitSample(folder + "/repository"))
  }
}
