import Generation
import Glibc
import Hashing
import Testing

@testable import Workspace

@Suite struct JournalTests {
  @Test func isReadBackFromItsText() throws {
    let one = Digest(of: [1])
    let two = Digest(of: [2])
    let journal = Journal(steps: [
      .makeFolder(try RelativePath("a b")),
      .write(try RelativePath("a b/é"), staged: 1, contents: one, replacing: nil),
      .write(Manifest.path, staged: 12, contents: one, replacing: two),
      .delete(try RelativePath("c"), staged: 3, contents: two), .removeFolder(try RelativePath("d/e")),
    ])
    #expect(try Journal(contents: journal.rendered()) == journal)
    #expect(try Journal(contents: Journal(steps: []).rendered()).steps.isEmpty)
  }

  @Test(arguments: [
    "", "{\"journal\":1}", "{\"journal\":2}\n", "{}\n", "[]\n", "{\"journal\":1}\n{\n", "{\"journal\":1}\n\n",
    "{\"journal\":1}\n{\"do\":\"make-folder\"}\n", "{\"journal\":1}\n{\"path\":\"a\"}\n",
    "{\"journal\":1}\n{\"do\":\"make-folder\",\"path\":\"../a\"}\n",
    "{\"journal\":1}\n{\"do\":\"make-folder\",\"path\":\".git/hooks\"}\n",
    "{\"journal\":1}\n{\"do\":\"make-folder\",\"path\":\".bascule/x\"}\n",
    "{\"journal\":1}\n{\"do\":\"run\",\"path\":\"a\"}\n",
    "{\"journal\":1}\n{\"do\":\"write\",\"path\":\"a\",\"staged\":-1}\n",
    "{\"journal\":1}\n{\"do\":\"delete\",\"path\":\"a\",\"staged\":1,\"contents\":\"sha256:0\"}\n",
  ])
  func isNotReadFromAnythingElse(text: String) {
    #expect(throws: Journal.Corruption.self) { try Journal(contents: Array(text.utf8)) }
  }

  @Test func aJournalThatMakesNoSenseStopsEveryRunBeforeItTouchesAnything() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      try generate([try generated("a", "1")], into: folder)
      try Disk.write(
        "{\"journal\":1}\n{\"do\":\"delete\",\"path\":\"../x\"}\n", to: folder + "/.bascule/journal")
      let before = try Disk.tree(folder)
      #expect(
        throws: TargetFailure.corruptJournal(path: folder, reason: "a step has no path inside the target")
      ) {
        try generate([try generated("a", "2")], into: folder)
      }
      #expect(try Disk.tree(folder) == before)
    }
  }

  /// A repository may bring a journal along that was written with malice.
  @Test func aForeignJournalWritesOnlyInsideTheTargetAndOverNothing() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let out = folder + "/out"
      try generate([try generated("a", "1")], into: out)
      try Disk.makeFolder(folder + "/outside")
      try Disk.write("victim", to: folder + "/outside/v")
      try Disk.write("mine", to: out + "/mine")
      try Disk.link(out + "/link", to: "../outside")
      let evil = Digest(of: Array("evil".utf8))
      let victim = Digest(of: Array("victim".utf8))
      let attacks: [Journal.Step] = [
        .write(try RelativePath("mine"), staged: 1, contents: evil, replacing: nil),
        .write(try RelativePath("mine"), staged: 1, contents: evil, replacing: victim),
        .delete(try RelativePath("mine"), staged: 2, contents: victim),
        .makeFolder(try RelativePath("mine")), .makeFolder(try RelativePath("link/new")),
        .write(try RelativePath("link/v"), staged: 1, contents: evil, replacing: victim),
        .write(try RelativePath("link/w"), staged: 1, contents: evil, replacing: nil),
        .delete(try RelativePath("link/v"), staged: 1, contents: victim),
        .removeFolder(try RelativePath("link")),
      ]
      for attack in attacks {
        try Disk.makeFolder(out + "/.bascule/stage")
        try Disk.write("evil", to: out + "/.bascule/stage/1")
        let text = String(decoding: Journal(steps: [attack]).rendered(), as: UTF8.self)
        try Disk.write(text, to: out + "/.bascule/journal")
        try recover(out)
        #expect(try Disk.text(of: out + "/mine") == "mine")
        #expect(try Disk.tree(folder + "/outside") == ["v": "644 victim"])
        #expect(try Disk.names(in: out + "/.bascule") == ["manifest.jsonl"])
      }
    }
  }

  @Test func aStageThatWasRemovedByHandLosesNothingAndStopsNobody() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      try generate([try generated("a", "1")], into: folder)
      let killed = Saboteur { _, name in
        name == .exchange || name == .removeFile ? .fail(SystemError(EIO)) : .proceed
      }
      #expect(throws: TargetFailure.self) {
        try generate([try generated("a", "2")], into: folder, calls: killed.gate)
      }
      #expect(try Disk.names(in: folder + "/.bascule").contains("journal"))
      Disk.remove(folder + "/.bascule/stage")
      try recover(folder)
      #expect(try Disk.text(of: folder + "/a") == "1")
      try generate([try generated("a", "2")], into: folder)
      #expect(try Disk.text(of: folder + "/a") == "2")
    }
  }
}
