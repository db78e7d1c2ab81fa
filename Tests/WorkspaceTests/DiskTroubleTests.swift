import Generation
import Glibc
import Testing
import Workspace

/// Full disks, read-only ones, and files that this process may not touch.
@Suite struct DiskTroubleTests {
  private func old() throws -> [GeneratedFile] {
    [
      try generated("a", String(repeating: "old ", count: 3_000)), try generated("d/b", "old"),
      try generated("shared", Self.lines(changing: "first\n"), .merged),
    ]
  }

  private func new() throws -> [GeneratedFile] {
    [
      try generated("a", String(repeating: "newer ", count: 5_000)), try generated("d/b", "new"),
      try generated("e/f", String(repeating: "x", count: 9_000)),
      try generated("shared", Self.lines(changing: "new first\n"), .merged),
    ]
  }

  private static func lines(changing first: String) -> String {
    first + (0..<1_000).map { "line \($0)\n" }.joined()
  }

  /// Writes the old files, one of which a person edits.
  private func generateAndEdit(_ path: String) throws {
    try generate(try old(), into: path)
    try Disk.write(Self.lines(changing: "first\n") + "edited\n", to: path + "/shared")
  }

  /// Fills a file system until only so many bytes are left.
  private func fill(_ path: String, leaving free: Int) throws {
    var facts = statvfs()
    try Disk.check(statvfs(path, &facts), path)
    let count = Int(facts.f_bavail) * Int(facts.f_frsize) - free
    if count > 0 { try Disk.write(String(repeating: "-", count: count), to: path + "/filler") }
  }

  @Test func aFullDiskLeavesTheOldTreeOrTheNewOne() throws {
    try withFileSystem(size: "512k") { mounted in
      try generateAndEdit(mounted + "/out")
      let oldTree = try Disk.tree(mounted + "/out")
      try generate(try new(), into: mounted + "/out")
      let newTree = try Disk.tree(mounted + "/out")
      #expect(newTree["shared"] == "644 " + Self.lines(changing: "new first\n") + "edited\n")
      Disk.remove(mounted + "/out")
      var (refused, applied) = (0, 0)
      for free in stride(from: 0, through: 220 << 10, by: 1 << 10) {
        try generateAndEdit(mounted + "/out")
        try fill(mounted, leaving: free)
        do {
          try generate(try new(), into: mounted + "/out")
          applied += 1
          #expect(try Disk.tree(mounted + "/out") == newTree, "\(free) bytes free")
        } catch TargetFailure.refused(_, SystemError(ENOSPC)) {
          refused += 1
          #expect(try Disk.tree(mounted + "/out") == oldTree, "\(free) bytes free")
        }
        #expect(try Disk.names(in: mounted).filter { $0 != "filler" } == ["out"])
        Disk.remove(mounted + "/filler")
        Disk.remove(mounted + "/out")
      }
      #expect(refused > 10 && applied > 10, "\(refused) refused, \(applied) applied")
    }
  }

  @Test func aFullDiskLeavesNothingOfATargetThatIsNew() throws {
    try withFileSystem(size: "512k") { mounted in
      var (refused, applied) = (0, 0)
      for free in stride(from: 0, through: 100 << 10, by: 1 << 10) {
        try fill(mounted, leaving: free)
        do {
          try generate(try new(), into: mounted + "/x/out")
          applied += 1
        } catch TargetFailure.refused(_, SystemError(ENOSPC)) {
          refused += 1
          #expect(try Disk.names(in: mounted).filter { $0 != "filler" }.isEmpty, "\(free) bytes free")
        }
        Disk.remove(mounted + "/filler")
        Disk.remove(mounted + "/x")
      }
      #expect(refused > 5 && applied > 5, "\(refused) refused, \(applied) applied")
    }
  }

  /// A limit far above what any other test writes, because it holds for the whole process.
  @Test func aFileBeyondTheLimitOfTheProcessLeavesTheOldTree() throws {
    let limit = 12 << 20
    signal(SIGXFSZ, SIG_IGN)
    let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    var before = rlimit()
    try Disk.check(getrlimit(resource, &before), "limit")
    var lower = rlimit(rlim_cur: rlim_t(limit), rlim_max: before.rlim_max)
    try withTemporaryFolder(inMemory: true) { folder in
      let out = folder + "/out"
      try generate(try old(), into: out)
      let tree = try Disk.tree(out)
      let large = try generated("large", String(repeating: "x", count: limit + 1))
      try Disk.check(setrlimit(resource, &lower), "limit")
      defer { setrlimit(resource, &before) }
      #expect(throws: TargetFailure.refused(path: out, SystemError(EFBIG))) {
        try generate(try old() + [large], into: out)
      }
      #expect(try Disk.tree(out) == tree)
    }
  }

  @Test func aReadOnlyFileSystemIsSaidToBeSo() throws {
    try withFileSystem(size: "512k", readOnlyAfter: { try generate(try old(), into: $0 + "/out") }) {
      mounted in
      let tree = try Disk.tree(mounted)
      #expect(throws: TargetFailure.refused(path: mounted + "/out", SystemError(EROFS))) {
        try generate(try new(), into: mounted + "/out")
      }
      #expect(throws: TargetFailure.refused(path: mounted + "/fresh", SystemError(EROFS))) {
        try generate(try new(), into: mounted + "/fresh")
      }
      let target = try TargetFolder.open(mounted + "/out", for: .reading)
      #expect(try !plan(try new(), for: target).isEmpty)
      #expect(try Disk.tree(mounted) == tree)
    }
  }

  @Test func aFolderOnAnotherDiskIsRefusedBeforeAnythingIsWritten() throws {
    try withFileSystem(size: "512k") { mounted in
      try generate(try old(), into: mounted + "/out")
      try Disk.makeFolder(mounted + "/out/e")
      guard mount("tmpfs", mounted + "/out/e", "tmpfs", 0, "size=64k,mode=0755") == 0 else { return }
      defer { umount2(mounted + "/out/e", Int32(MNT_DETACH)) }
      let tree = try Disk.tree(mounted)
      #expect(throws: TargetFailure.refused(path: mounted + "/out/e", SystemError(EXDEV))) {
        try generate(try new(), into: mounted + "/out")
      }
      #expect(try Disk.tree(mounted) == tree)
    }
  }

  /// As the superuser nothing is read-only; the check then runs as another user.
  @Test func foldersAndFilesThatAreReadOnlyAreRefusedBeforeAnythingIsWritten() throws {
    try withTemporaryFolder { folder in
      let out = folder + "/out"
      try generate(try old(), into: out)
      for (path, permissions) in [("d", mode_t(0o555)), ("a", 0o444), ("d/b", 0o444)] {
        let full = out + "/" + path
        var status = stat()
        try Disk.check(stat(full, &status), full)
        try Disk.check(chmod(full, permissions), full)
        defer { chmod(full, status.st_mode & 0o777) }
        let tree = try Disk.tree(out)
        try asAnotherUser(owning: folder) {
          #expect(throws: TargetFailure.refused(path: full, SystemError(EACCES))) {
            try generate(try new(), into: out)
          }
        }
        #expect(try Disk.tree(out) == tree, "\(path)")
      }
    }
  }

  /// Runs the body without the rights of the superuser over files, which belong to the thread on Linux.
  private func asAnotherUser(owning folder: String, _ body: () throws -> Void) throws {
    guard geteuid() == 0 else { return try body() }
    try changeOwner(of: folder, to: 65_534)
    setFileSystemUser(65_534)
    defer { setFileSystemUser(0) }
    try body()
  }

  private func changeOwner(of path: String, to user: uid_t) throws {
    try Disk.check(lchown(path, user, user), path)
    for name in (try? Disk.names(in: path)) ?? [] { try changeOwner(of: path + "/" + name, to: user) }
  }
}

/// `setfsuid`, which the Glibc module leaves out.
@_silgen_name("setfsuid") @discardableResult
private func setFileSystemUser(_ user: uid_t) -> Int32
