import Generation
import Glibc
import Synchronization
import Testing
import Workspace

@Suite struct ConcurrencyTests {
  @Test func aSecondRunSaysWhoIsAtWorkAndGivesUp() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let out = folder + "/out"
      try generate([try generated("a", "1")], into: out)
      for path in [out, folder + "/missing/deep"] {
        let first = try TargetFolder.open(path, for: .writing(TargetAccess.Patience()))
        let holders = Mutex<[Int32?]>([])
        let patience = TargetAccess.Patience(seconds: 0) { holder in holders.withLock { $0.append(holder) } }
        #expect(throws: TargetFailure.locked(path: path, holder: getpid())) {
          try generate([try generated("a", "2")], into: path, patience: patience)
        }
        #expect(holders.withLock { $0 } == [getpid()])
        let plan = try plan([try generated("a", "3")], for: first)
        try first.apply(plan)
      }
      #expect(try Disk.text(of: out + "/a") == "3")
      #expect(try Disk.text(of: folder + "/missing/deep/a") == "3")
    }
  }

  @Test(arguments: [false, true])
  func runsAtOnceWorkOneAfterTheOther(targetExists: Bool) async throws {
    try await withTemporaryFolderAsync { folder in
      let out = folder + "/x/out"
      if targetExists { try generate([try generated("a", "0", .merged)], into: out) }
      let files = try (0..<40).map { try generated("d\($0 % 7)/f\($0)", "text \($0)") }
      let plans = try await withThrowingTaskGroup(of: WritePlan.self) { group in
        for _ in 0..<6 {
          group.addTask { try generate(files + [try generated("a", "1", .merged)], into: out) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(plans.filter { !$0.isEmpty }.count == 1)
      #expect(try Disk.names(in: out + "/.bascule") == ["base", "manifest.jsonl"])
      #expect(try Disk.names(in: folder) == ["x"])
      #expect(try Disk.text(of: out + "/a") == "1")
      #expect(try Disk.text(of: out + "/d5/f5") == "text 5")
    }
  }

  @Test func theLockOfADeadRunKeepsNobodyOut() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let out = folder + "/out"
      try generate([try generated("a", "1")], into: out)
      try Disk.write("4194304000\n", to: out + "/.bascule/lock")
      try Disk.write("1", to: folder + "/.new.bascule-lock")
      let patience = TargetAccess.Patience(seconds: 0)
      try generate([try generated("a", "2")], into: out, patience: patience)
      try generate([try generated("a", "2")], into: folder + "/new", patience: patience)
      #expect(try Disk.tree(out) == Disk.tree(folder + "/new"))
      #expect(try Disk.names(in: folder) == ["new", "out"])
    }
  }

  private func withTemporaryFolderAsync(_ body: (String) async throws -> Void) async throws {
    let folder = try withTemporaryFolder(inMemory: true) { $0 }
    try Disk.makeFolder(folder)
    do { try await body(folder) } catch {
      Disk.remove(folder)
      throw error
    }
    Disk.remove(folder)
  }
}
