import Glibc
import Testing

@testable import Workspace

@Suite struct GitRepositoryTests {
  private func texts(_ snapshot: Snapshot, _ repository: GitRepository) throws -> [String: String] {
    var reader = SnapshotReader(repository: repository)
    let contents = try reader.read(snapshot.entries, limit: 1 << 20)
    return Dictionary(
      uniqueKeysWithValues: zip(snapshot.entries, contents).map { entry, contents in
        (entry.path, contents.bytes.map { String(decoding: $0, as: UTF8.self) } ?? "\(contents)")
      })
  }

  @Test func readsACommitTheIndexAndTheWorkTreeApart() throws {
    try withRepository { sample in
      try sample.write("a.yaml", "first")
      try sample.write("folder/b.yaml", "b")
      let first = try sample.commit()
      try sample.write("a.yaml", "second")
      try sample.git("add", "a.yaml")
      try sample.write("a.yaml", "third")
      try sample.write("new.yaml", "new")
      try sample.write(".gitignore", "ignored.yaml\n")
      try sample.write("ignored.yaml", "ignored")
      let repository = try GitRepository.find(from: sample.path + "/folder")
      let commit = try repository.snapshot(ofCommit: "main")
      #expect(commit.commit == first)
      #expect(try texts(commit, repository) == ["a.yaml": "first", "folder/b.yaml": "b"])
      #expect(try texts(repository.snapshotOfIndex(), repository)["a.yaml"] == "second")
      let workTree = try texts(repository.snapshotOfWorkTree(), repository)
      #expect(workTree["a.yaml"] == "third")
      #expect(workTree["new.yaml"] == "new")
      #expect(workTree["ignored.yaml"] == nil)
    }
  }

  @Test func readsNamesOfEveryKindAndEmptyFiles() throws {
    try withRepository { sample in
      let names = ["with space.yaml", "ümläut.yaml", "-dash.yaml", "line\nbreak.yaml", "tab\there.yaml"]
      for name in names { try sample.write(name, "") }
      try sample.write("last.yaml", "last")
      try sample.commit()
      let repository = try GitRepository.find(from: sample.path)
      let read = try texts(repository.snapshot(ofCommit: "HEAD"), repository)
      #expect(read.keys.sorted() == (names + ["last.yaml"]).sorted())
      #expect(names.allSatisfy { read[$0] == "" })
      #expect(read["last.yaml"] == "last")
    }
  }

  @Test func passesOverWhatIsTooLargeAndReadsOn() throws {
    try withRepository { sample in
      try sample.write("a.yaml", String(repeating: "a", count: 300_000))
      try sample.write("b.yaml", "b")
      try sample.commit()
      let repository = try GitRepository.find(from: sample.path)
      let snapshot = try repository.snapshot(ofCommit: "HEAD")
      var reader = SnapshotReader(repository: repository)
      let contents = try reader.read(snapshot.entries, limit: 1000)
      #expect(contents == [.tooLarge(limit: 1000), .bytes(Array("b".utf8))])
      let whole = try reader.read(snapshot.entries, limit: 1 << 20)
      #expect(whole[0].bytes?.count == 300_000)
    }
  }

  @Test func readsManyBlobsThroughOneProcess() throws {
    try withRepository { sample in
      for number in 0..<500 {
        try sample.write("\(number).yaml", String(repeating: "\(number) ", count: 500))
      }
      try sample.commit()
      let repository = try GitRepository.find(from: sample.path)
      let read = try texts(repository.snapshot(ofCommit: "HEAD"), repository)
      #expect(read.count == 500)
      for number in 0..<500 { #expect(read["\(number).yaml"] == String(repeating: "\(number) ", count: 500)) }
    }
  }

  @Test func neitherFollowsLinksNorRunsWhatTheRepositoryNames() throws {
    try withRepository { sample in
      try sample.write("../secret.yaml", "secret")
      try Disk.link(sample.path + "/link.yaml", to: "../secret.yaml")
      try Disk.link(sample.path + "/outside", to: "..")
      try sample.write(".gitattributes", "*.yaml filter=evil diff=evil\n")
      try sample.write("a.yaml", "a")
      try sample.commit()
      let mark = sample.path + "/mark"
      let keys = [
        "core.fsmonitor", "diff.evil.textconv", "filter.evil.smudge", "filter.evil.clean", "core.pager",
      ]
      for key in keys {
        try sample.git("config", key, "touch \(mark)")
      }
      let repository = try GitRepository.find(from: sample.path)
      #expect(try texts(repository.snapshot(ofCommit: "HEAD"), repository)["link.yaml"] == nil)
      // As young as the index, and so read by git to see whether it was changed.
      try sample.write("a.yaml", "b")
      try sample.write("a.yaml", "a")
      try Disk.link(sample.path + "/new.yaml", to: "../secret.yaml")
      let workTree = try texts(repository.snapshotOfWorkTree(), repository)
      #expect(workTree["link.yaml"] == nil)
      #expect(workTree["new.yaml"] == "missing")
      #expect(workTree["a.yaml"] == "a")
      _ = try repository.snapshotOfIndex()
      #expect(access(mark, F_OK) != 0)
    }
  }

  @Test(arguments: ["-h", "--output=x", "", "a b", "a\nb", "--all"])
  func refusesNamesThatGitCouldTakeForSomethingElse(_ name: String) throws {
    try withRepository { sample in
      try sample.commit()
      let repository = try GitRepository.find(from: sample.path)
      #expect(throws: GitFailure.refusedRevision(name)) { try repository.commit(name) }
    }
  }

  @Test func saysWhatThereIsNot() throws {
    try withRepository { sample in
      try sample.commit()
      let repository = try GitRepository.find(from: sample.path)
      #expect(throws: GitFailure.unknownRevision("nowhere", isShallow: false)) {
        try repository.commit("nowhere")
      }
      #expect(throws: GitFailure.noUpstream) { try repository.upstream() }
      #expect(throws: GitFailure.notARepository(path: "/")) { try GitRepository.find(from: "/") }
    }
  }

  @Test func findsTheCommonAncestorAndWhatIsAnAncestor() throws {
    try withRepository { sample in
      let first = try sample.commit()
      try sample.git("checkout", "--quiet", "-b", "side")
      try sample.write("side.yaml", "x")
      let side = try sample.commit()
      try sample.git("checkout", "--quiet", "main")
      try sample.write("main.yaml", "x")
      try sample.commit()
      let repository = try GitRepository.find(from: sample.path)
      #expect(try repository.mergeBase("main", "side") == first)
      #expect(try repository.isAncestor(first, of: side))
      #expect(try !repository.isAncestor(side, of: first))
      #expect(try !repository.isAncestor(side, of: side))
    }
  }

  @Test func saysWhenAShallowCloneIsToBlame() throws {
    try withRepository { sample in
      let first = try sample.commit("one")
      try sample.commit("two")
      let clone = sample.path + "-clone"
      try sample.git("clone", "--quiet", "--depth=1", "file://" + sample.path, clone)
      let repository = try GitRepository.find(from: clone)
      #expect(throws: GitFailure.unknownRevision(first, isShallow: true)) { try repository.commit(first) }
    }
  }

  @Test func marksWhatAnUnfinishedMergeLeaves() throws {
    try withRepository { sample in
      try sample.write("a.yaml", "base")
      try sample.commit()
      try sample.git("checkout", "--quiet", "-b", "side")
      try sample.write("a.yaml", "side")
      try sample.commit()
      try sample.git("checkout", "--quiet", "main")
      try sample.write("a.yaml", "main")
      try sample.commit()
      #expect(throws: (any Error).self) { try sample.git("merge", "side") }
      let repository = try GitRepository.find(from: sample.path)
      #expect(try repository.snapshotOfIndex().entries == [.init(path: "a.yaml", place: .conflicted)])
    }
  }

  @Test func variablesOfAHookDoNotLeadToAnotherRepository() throws {
    try withRepository { sample in
      let commit = try sample.commit()
      #expect(!GitEnvironment.variables(keepsIndex: false).contains { $0.hasPrefix("GIT_DIR=") })
      #expect(GitEnvironment.variables(keepsIndex: false).contains("GIT_NO_LAZY_FETCH=1"))
      #expect(try GitRepository.find(from: sample.path).commit("HEAD") == commit)
    }
  }
}
