import Diagnostics
import Generation
import Glibc
import Hashing
import Testing
import Workspace

@Suite struct TargetFolderTests {
  @Test func makesATargetThatDoesNotExist() throws {
    try withTemporaryFolder { folder in
      let old = umask(0o077)
      defer { umask(old) }
      let files = [try generated("a", "1"), try generated("b/c/run.sh", "2", isExecutable: true)]
      let plan = try generate(files, into: folder + "/x/y/out")
      #expect(
        try Disk.tree(folder) == [
          "x": "folder 755", "x/y": "folder 755", "x/y/out": "folder 755", "x/y/out/a": "644 1",
          "x/y/out/b": "folder 755", "x/y/out/b/c": "folder 755", "x/y/out/b/c/run.sh": "755 2",
          "x/y/out/.bascule": "folder 755",
          "x/y/out/.bascule/manifest.jsonl":
            "644 " + String(decoding: plan.manifest.rendered(), as: UTF8.self),
        ])
    }
  }

  @Test func writesIntoAFolderBesideForeignFiles() throws {
    try withTemporaryFolder { folder in
      try Disk.makeFolder(folder + "/src")
      try Disk.write("mine", to: folder + "/src/Main.java")
      try Disk.write("mine", to: folder + "/README.md")
      let old = umask(0o077)
      defer { umask(old) }
      try generate(
        [try generated("src/a/b", "1"), try generated("run", "2", isExecutable: true)], into: folder)
      let tree = try Disk.tree(folder)
      #expect(tree["src/a"] == "folder 755")
      #expect(tree["src/a/b"] == "644 1")
      #expect(tree["run"] == "755 2")
      #expect(tree["src/Main.java"]?.hasSuffix(" mine") == true)
      #expect(tree["README.md"]?.hasSuffix(" mine") == true)
      #expect(try Disk.names(in: folder + "/.bascule") == ["manifest.jsonl"])
    }
  }

  @Test func twoRunsLeaveTheSameBytesAndTheSecondTouchesNothing() throws {
    try withTemporaryFolder { folder in
      let files = [try generated("a/b", "1"), try generated("c", "2")]
      let out = folder + "/out"
      try generate(files, into: out)
      var before = stat()
      try Disk.check(stat(out + "/a/b", &before), "a/b")
      let tree = try Disk.tree(folder)
      #expect(try generate(files.reversed(), into: out).isEmpty)
      var after = stat()
      try Disk.check(stat(out + "/a/b", &after), "a/b")
      #expect(try Disk.tree(folder) == tree)
      #expect(before.st_ino == after.st_ino && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec)
      try generate(files, into: folder + "/other")
      #expect(try Disk.tree(folder + "/other") == Disk.tree(out))
    }
  }

  @Test func updatesDeletesAndRemovesEmptiedFolders() throws {
    try withTemporaryFolder { folder in
      let out = folder + "/out"
      try generate(
        [try generated("a", "old"), try generated("d/e/f", "gone"), try generated("d/g", "stays")], into: out)
      try Disk.write("mine", to: out + "/mine")
      try generate([try generated("a", "new", isExecutable: true), try generated("d/g", "stays")], into: out)
      let tree = try Disk.tree(out)
      #expect(tree["a"] == "755 new")
      #expect(tree["d/g"] == "644 stays")
      #expect(tree["d/e"] == nil)
      #expect(tree["mine"]?.hasSuffix(" mine") == true)
      #expect(try Disk.names(in: out + "/.bascule") == ["manifest.jsonl"])
    }
  }

  @Test func changesOnlyThePermissionWhereNothingElseChanged() throws {
    try withTemporaryFolder { folder in
      let out = folder + "/out"
      try generate([try generated("a", "x")], into: out)
      try generate([try generated("a", "x", isExecutable: true)], into: out)
      #expect(try Disk.tree(out)["a"] == "755 x")
    }
  }

  @Test func keepsThePermissionsThatTheTeamGaveAFile() throws {
    try withTemporaryFolder { folder in
      let out = folder + "/out"
      try generate(
        [try generated("a", "old"), try generated("b", "old"), try generated("c", "old")], into: out)
      for (name, permissions) in [("a", 0o600), ("b", 0o664), ("c", 0o640)] {
        try Disk.check(chmod("\(out)/\(name)", mode_t(permissions)), name)
      }
      let files = try [
        generated("a", "new"), generated("b", "new", isExecutable: true),
        generated("d", "new", formerPaths: ["c"]),
      ]
      try generate(files, into: out)
      let tree = try Disk.tree(out)
      #expect([tree["a"], tree["b"], tree["d"]] == ["600 new", "775 new", "640 new"])
    }
  }

  @Test func writesWhereNoPermissionsAreKept() throws {
    try withTemporaryFolder { folder in
      for (out, text) in [("out", "old"), ("out", "new"), ("new", "new")] {
        let saboteur = Saboteur { _, name in name == .setPermissions ? .fail(SystemError(EPERM)) : .proceed }
        let script = try generated("d/a", text, isExecutable: true)
        try generate([script], into: folder + "/" + out, calls: saboteur.gate)
        #expect(try Disk.text(of: "\(folder)/\(out)/d/a") == text)
      }
    }
  }

  @Test func leavesAHardLinkedTwinAlone() throws {
    try withTemporaryFolder { folder in
      let out = folder + "/out"
      try generate([try generated("a", "old")], into: out)
      try Disk.check(link(out + "/a", folder + "/twin"), "twin")
      try generate([try generated("a", "new")], into: out)
      #expect(try Disk.text(of: folder + "/twin") == "old")
    }
  }

  @Test func writesNothingWhenThereAreConflicts() throws {
    try withTemporaryFolder { folder in
      try Disk.write("mine", to: folder + "/a")
      let before = try Disk.tree(folder)
      let a = try RelativePath("a")
      #expect(throws: TargetFailure.conflicts(paths: [a])) {
        try generate([try generated("a", "1"), try generated("b", "2")], into: folder)
      }
      #expect(try Disk.tree(folder) == before)
    }
  }

  @Test func plansNothingOnAManifestThatCannotBeTrusted() throws {
    try withTemporaryFolder { folder in
      try Disk.makeFolder(folder + "/.bascule")
      try Disk.write("{\"manifest\":1}\n<<<<<<< ours\n", to: folder + "/.bascule/manifest.jsonl")
      let target = try TargetFolder.open(folder, for: .reading)
      var bag = DiagnosticBag()
      #expect(try target.plan([try generated("a", "1")], into: &bag) == nil)
      #expect(bag.sorted.map(\.id) == [.manifestConflictMarkers])
      #expect(bag.sorted.first?.primary?.location.file.name == folder + "/.bascule/manifest.jsonl")
    }
  }

  @Test func lookingWritesNothing() throws {
    try withTemporaryFolder { folder in
      try Disk.write("mine", to: folder + "/a")
      let before = try Disk.tree(folder)
      for path in [folder, folder + "/missing/deep"] {
        let target = try TargetFolder.open(path, for: .reading)
        #expect(try target.manifestFile() == nil)
        #expect(try !plan([try generated("b", "1")], for: target).isEmpty)
      }
      #expect(try Disk.tree(folder) == before)
    }
  }

  @Test func leavesNothingBehindWhenNothingIsApplied() throws {
    try withTemporaryFolder { folder in
      let before = try Disk.tree(folder)
      try recover(folder)
      try recover(folder + "/missing/deep")
      #expect(try Disk.tree(folder) == before)
    }
  }

  @Test func seesEverythingThatAPlanHasToKnow() throws {
    try withTemporaryFolder { folder in
      try Disk.makeFolder(folder + "/d")
      try Disk.makeFolder(folder + "/outside")
      try Disk.write("x", to: folder + "/outside/a")
      try Disk.write("1", to: folder + "/d/a")
      try Disk.check(chmod(folder + "/d/a", 0o700), "chmod")
      try Disk.write("2", to: folder + "/d/README")
      try Disk.write("3", to: folder + "/d/other")
      try Disk.link(folder + "/link", to: "outside")
      try Disk.check(mkfifo(folder + "/d/pipe", 0o600), "pipe")
      try Disk.write("", to: folder + "/d/large")
      try Disk.check(truncate(folder + "/d/large", 1 << 33), "large")
      let target = try TargetFolder.open(folder, for: .reading)
      let paths = try ["d/a", "d/readme", "link/a", "d/pipe", "d/large", "d/missing/x", "d/a/b"].map {
        try RelativePath($0)
      }
      let found = try target.existing(at: Set(paths))
      let expected: [String: ExistingEntry] = [
        "d": .folder, "d/a": .file(contents: [UInt8(ascii: "1")], isExecutable: true),
        "d/README": .unreadFile, "link": .symbolicLink, "d/pipe": .special, "d/large": .unreadFile,
      ]
      #expect(found.count == expected.count)
      for (path, entry) in expected { #expect(try found[RelativePath(path)] == entry, "\(path)") }
    }
  }

  @Test func followsALinkOnlyToTheTargetItself() throws {
    try withTemporaryFolder { folder in
      try Disk.makeFolder(folder + "/real")
      try Disk.link(folder + "/link", to: "real")
      try generate([try generated("a", "1")], into: folder + "/link")
      #expect(try Disk.text(of: folder + "/real/a") == "1")
    }
  }

  @Test func refusesEveryLinkInsideTheTarget() throws {
    try withTemporaryFolder { folder in
      let out = folder + "/out"
      let outside = folder + "/outside"
      for path in [out, outside, out + "/d"] { try Disk.makeFolder(path) }
      try Disk.write("victim", to: outside + "/file")
      try Disk.link(out + "/file", to: "../outside/file")
      try Disk.link(out + "/dangling", to: "../outside/new")
      try Disk.link(out + "/folder", to: "../outside")
      try Disk.link(out + "/d/deep", to: outside)
      let before = try Disk.tree(folder)
      for path in ["file", "dangling", "folder/x", "d/deep/x"] {
        #expect(throws: TargetFailure.conflicts(paths: [try RelativePath(path)])) {
          try generate([try generated(path, "1")], into: out)
        }
      }
      #expect(try Disk.tree(folder) == before)
    }
  }

  @Test func refusesALinkThatAppearsBetweenThePlanAndItsApplication() throws {
    try withTemporaryFolder { folder in
      let out = folder + "/out"
      try generate([try generated("d/a", "old")], into: out)
      try Disk.makeFolder(folder + "/outside")
      try Disk.write("old", to: folder + "/outside/a")
      let target = try TargetFolder.open(out, for: .writing(TargetAccess.Patience()))
      let plan = try plan([try generated("d/a", "new")], for: target)
      try Disk.check(rename(out + "/d", out + "/moved"), "rename")
      try Disk.link(out + "/d", to: "../outside")
      #expect(failure(of: target, applying: plan) == .notAFolder(path: out + "/d"))
      #expect(try Disk.text(of: folder + "/outside/a") == "old")
      #expect(try Disk.text(of: out + "/moved/a") == "old")
    }
  }

  @Test func refusesALinkInPlaceOfItsOwnFolder() throws {
    try withTemporaryFolder { folder in
      try Disk.makeFolder(folder + "/outside")
      try Disk.makeFolder(folder + "/out")
      try Disk.link(folder + "/out/.bascule", to: "../outside")
      #expect(throws: TargetFailure.notAFolder(path: folder + "/out/.bascule")) {
        try generate([try generated("a", "1")], into: folder + "/out")
      }
      #expect(try Disk.names(in: folder + "/outside").isEmpty)
    }
  }

  @Test func saysThatAFolderLiesInPlaceOfACopyOfItsOwn() throws {
    try withTemporaryFolder { folder in
      let out = folder + "/out"
      try generate([try generated("a", "1", .merged)], into: out)
      let copy = try #require(try Disk.names(in: out + "/.bascule/base").first)
      let path = out + "/.bascule/base/" + copy
      Disk.remove(path)
      try Disk.makeFolder(path)
      let before = try Disk.tree(out)
      #expect(throws: TargetFailure.notAFile(path: path)) {
        try generate([try generated("a", "2", .merged)], into: out)
      }
      #expect(try Disk.tree(out) == before)
    }
  }

  @Test func refusesAPlanThatTheDiskHasOutrun() throws {
    try withTemporaryFolder { folder in
      let out = folder + "/out"
      try generate([try generated("a", "old"), try generated("b", "old")], into: out)
      for (path, change) in [("a", "edited"), ("c", "appeared")] {
        let target = try TargetFolder.open(out, for: .writing(TargetAccess.Patience()))
        let plan = try plan([try generated("a", "new"), try generated("c", "new")], for: target)
        try Disk.write(change, to: out + "/" + path)
        let before = try Disk.tree(out)
        #expect(failure(of: target, applying: plan) == .changedSincePlanned(path: out + "/" + path))
        let lock = [".bascule/lock"]
        #expect(try Disk.tree(out) == before.filter { !lock.contains($0.key) })
        try Disk.write("old", to: out + "/a")
      }
    }
  }

  @Test func saysWhatIsWrongWithTheTarget() throws {
    try withTemporaryFolder { folder in
      try Disk.write("x", to: folder + "/file")
      try Disk.link(folder + "/dangling", to: "nowhere")
      for path in ["/file", "/file/below", "/dangling"].map({ folder + $0 }) {
        #expect(throws: TargetFailure.notAFolder(path: path)) {
          try generate([try generated("a", "1")], into: path)
        }
      }
      let climbing = folder + "/missing/../x"
      #expect(throws: TargetFailure.refused(path: climbing, SystemError(ENOENT))) {
        try generate([try generated("a", "1")], into: climbing)
      }
      #expect(try Disk.names(in: folder) == ["dangling", "file"])
    }
  }

  @Test func namesPathsAsTheyWereGiven() throws {
    try withTemporaryFolder { folder in
      try generate([try generated("a", "old")], into: folder + "/x//./out/")
      Disk.remove(folder + "/x/out/a")
      try Disk.link(folder + "/x/out/a", to: "b")
      let target = try TargetFolder.open(folder + "/x/out/", for: .reading)
      #expect(try target.manifestFile()?.name == folder + "/x/out/.bascule/manifest.jsonl")
      #expect(try target.existing(at: [try RelativePath("a")]) == [try RelativePath("a"): .symbolicLink])
    }
  }

  @Test func saysItInOneLine() {
    #expect(
      TargetFailure.refused(path: "out/a", SystemError(ENOSPC)).description
        == "'out/a' cannot be written: No space left on device; nothing was changed")
    #expect(
      TargetFailure.locked(path: "out", holder: 7).description
        == "another run (process 7) is writing to 'out'")
  }
}
