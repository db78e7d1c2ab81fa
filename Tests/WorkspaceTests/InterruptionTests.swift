import Generation
import Glibc
import Hashing
import TestSupport
import Testing
import Workspace

/// Ends a run at every call that changes the disk, and looks at what is left.
@Suite struct InterruptionTests {
  typealias Tree = [String: String]

  /// A change of every kind: created in new folders, updated, made executable, deleted with its folder,
  /// kept, merged with an edit, renamed with one, superseded, removed from the organisation, beside
  /// foreign files.
  private func old() throws -> [GeneratedFile] {
    [
      try generated("a", "old a"), try generated("b/c", "same"), try generated("d/e/f", "gone"),
      try generated("run.sh", "script"), try generated("seeded", "old", .seeded),
      try generated("shared", "1\n2\n3\n4\n5\n", .merged), try generated("from/shared", "1\n2\n3\n", .merged),
      try generated("adr/0001-x.md", "---\nstatus: \"proposed\"\n---\n", .sealed, seal: "one"),
      try generated("s/manifest/package.xml", "<Package><version>67.0</version></Package>\n"),
      try generated("s/classes/Gone.cls", "class Gone {}"),
    ]
  }

  private func new() throws -> [GeneratedFile] {
    [
      try generated("a", "new a, longer"), try generated("b/c", "same"), try generated("b/d", "new"),
      try generated("run.sh", "script", isExecutable: true), try generated("seeded", "new", .seeded),
      try generated("x/y/z", "new"), try generated("x/y/0", "new", isExecutable: true),
      try generated("shared", "one\n2\n3\n4\n5\n", .merged),
      try generated("to/shared", "one\n2\n3\n", .merged, formerPaths: ["from/shared"]),
      try generated("adr/0001-x.md", "---\nstatus: \"proposed\"\n---\n", .sealed, seal: "two"),
      try generated("s/manifest/package.xml", "<Package><version>67.0</version></Package>\n"),
    ]
  }

  private struct Scene {
    let before: String
    let oldTree: Tree
    let newTree: Tree
    let calls: Int
  }

  /// The target before, kept aside to be copied, and what a run without accidents makes of it.
  private func scene(
    in folder: String, _ rule: @escaping @Sendable (SystemCalls.Name) -> SystemCalls.Verdict
  ) throws -> Scene {
    let before = folder + "/before"
    try generate(try old(), into: before)
    try Disk.write("mine", to: before + "/b/mine")
    try Disk.write("1\n2\n3\n4\nfive\n", to: before + "/shared")
    try Disk.write("1\n2\n3\nfour\n", to: before + "/from/shared")
    let after = folder + "/after"
    try Disk.copyTree(before, to: after)
    let saboteur = Saboteur { _, name in rule(name) }
    try generate(try new(), into: after, calls: saboteur.gate)
    #expect(try Disk.text(of: after + "/shared") == "one\n2\n3\n4\nfive\n")
    #expect(try Disk.text(of: after + "/to/shared") == "one\n2\n3\nfour\n")
    #expect(try Disk.names(in: after + "/adr") == ["0001-x.md", "0002-x.md"])
    #expect(try Disk.names(in: after + "/s/manifest/destructive").count == 2)
    return Scene(
      before: before, oldTree: try Disk.tree(before), newTree: try Disk.tree(after), calls: saboteur.calls)
  }

  private static let everythingWorks: @Sendable (SystemCalls.Name) -> SystemCalls.Verdict = { _ in .proceed }
  /// A file system that cannot exchange two files.
  private static let withoutExchange: @Sendable (SystemCalls.Name) -> SystemCalls.Verdict = {
    $0 == .exchange ? .fail(SystemError(EINVAL)) : .proceed
  }

  @Test(arguments: [false, true])
  func aKillAtAnyCallLeavesTheOldTreeOrTheNewOneToTheNextRun(canExchange: Bool) throws {
    let rule = canExchange ? Self.everythingWorks : Self.withoutExchange
    try withTemporaryFolder(inMemory: true) { folder in
      let scene = try scene(in: folder, rule)
      #expect(scene.oldTree != scene.newTree)
      #expect(scene.calls > 80)
      var (olds, news) = (0, 0)
      for last in 0..<scene.calls {
        let out = folder + "/out"
        try Disk.copyTree(scene.before, to: out)
        let saboteur = Saboteur { number, name in number < last ? rule(name) : .fail(SystemError(EIO)) }
        _ = try? generate(try new(), into: out, calls: saboteur.gate)
        try recover(out)
        let tree = try Disk.tree(out)
        #expect(tree == scene.oldTree || tree == scene.newTree, "killed at \(last): \(tree)")
        if tree == scene.oldTree { olds += 1 } else { news += 1 }
        try generate(try new(), into: out)
        #expect(try Disk.tree(out) == scene.newTree)
        Disk.remove(out)
      }
      #expect(olds > 10 && news > 10)
    }
  }

  @Test(arguments: [false, true])
  func aFailureOfAnyCallLeavesTheOldTreeOrTheNewOneAtOnce(canExchange: Bool) throws {
    let rule = canExchange ? Self.everythingWorks : Self.withoutExchange
    try withTemporaryFolder(inMemory: true) { folder in
      let scene = try scene(in: folder, rule)
      for bad in 0..<scene.calls {
        let out = folder + "/out"
        try Disk.copyTree(scene.before, to: out)
        let saboteur = Saboteur { number, name in number == bad ? .fail(SystemError(ENOSPC)) : rule(name) }
        var failure: TargetFailure?
        do { try generate(try new(), into: out, calls: saboteur.gate) } catch {
          failure = try #require(error as? TargetFailure)
        }
        let tree = try Disk.tree(out).filter { !isLeftover($0.key) }
        switch failure {
        case nil: #expect(tree == scene.newTree, "failed at \(bad)")
        case .refused: #expect(tree == scene.oldTree, "failed at \(bad)")
        case .unfinished: #expect(tree == scene.oldTree || tree == scene.newTree, "failed at \(bad)")
        default: Issue.record("failed at \(bad): \(String(describing: failure))")
        }
        try recover(out)
        let after = try Disk.tree(out)
        #expect(after == scene.oldTree || after == scene.newTree, "failed at \(bad)")
        Disk.remove(out)
      }
    }
  }

  /// What a failing removal may leave, in nobody's way.
  private func isLeftover(_ path: String) -> Bool {
    [".bascule/lock", ".bascule/journal", ".bascule/stage"].contains { path.hasPrefix($0) }
  }

  /// A failure, the attempt to take everything back, and a kill in the middle of that; or a kill in the
  /// middle of what the next run repairs.
  @Test func twoAccidentsInARowLeaveTheOldTreeOrTheNewOne() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let scene = try scene(in: folder, Self.everythingWorks)
      var random = SplitMix64(seed: 11)
      for round in 0..<600 {
        let out = folder + "/out"
        try Disk.copyTree(scene.before, to: out)
        let first = Int.random(in: 0..<scene.calls, using: &random)
        let kill = first + Int.random(in: 1..<30, using: &random)
        let isKillOnly = round.isMultiple(of: 2)
        let saboteur = Saboteur { number, _ in
          number == first || number >= (isKillOnly ? first : kill) ? .fail(SystemError(EIO)) : .proceed
        }
        _ = try? generate(try new(), into: out, calls: saboteur.gate)
        let repairKill = Int.random(in: 0..<25, using: &random)
        let repair = Saboteur { number, _ in number < repairKill ? .proceed : .fail(SystemError(EIO)) }
        _ = try? TargetFolder.open(out, for: .writing(TargetAccess.Patience()), calls: repair.gate)
        try recover(out)
        let tree = try Disk.tree(out)
        #expect(tree == scene.oldTree || tree == scene.newTree, "\(first), \(kill), \(repairKill): \(tree)")
        Disk.remove(out)
      }
    }
  }

  @Test func aKillWhileATargetIsMadeLeavesNoneOrAll() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      try generate(try new(), into: folder + "/whole/out")
      let whole = try Disk.tree(folder + "/whole")
      Disk.remove(folder + "/whole")
      let saboteur = Saboteur { _, _ in .proceed }
      try generate(try new(), into: folder + "/whole/out", calls: saboteur.gate)
      Disk.remove(folder + "/whole")
      for last in 0..<saboteur.calls {
        let killer = Saboteur { number, _ in number < last ? .proceed : .fail(SystemError(EIO)) }
        _ = try? generate(try new(), into: folder + "/whole/out", calls: killer.gate)
        if try Disk.names(in: folder).contains("whole") {
          #expect(try Disk.tree(folder + "/whole") == whole, "killed at \(last)")
        }
        try generate(try new(), into: folder + "/whole/out")
        #expect(try Disk.tree(folder + "/whole") == whole, "killed at \(last)")
        Disk.remove(folder + "/whole")
        // The lock of a run that was killed after its last rename; whoever wants the place takes it away.
        try recover(folder + "/whole/out")
        #expect(try Disk.names(in: folder).isEmpty, "killed at \(last)")
      }
    }
  }

  @Test func aFailureWhileATargetIsMadeLeavesNothing() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let saboteur = Saboteur { _, _ in .proceed }
      try generate(try new(), into: folder + "/x/out", calls: saboteur.gate)
      Disk.remove(folder + "/x")
      // The last call removes the lock; its failure is nobody's business.
      for bad in 0..<saboteur.calls - 1 {
        let failing = Saboteur { number, _ in number == bad ? .fail(SystemError(EDQUOT)) : .proceed }
        let out = folder + "/x/out"
        #expect(throws: TargetFailure.refused(path: out, SystemError(EDQUOT))) {
          try generate(try new(), into: out, calls: failing.gate)
        }
        #expect(try Disk.names(in: folder).isEmpty, "failed at \(bad)")
      }
    }
  }

  @Test func writesInAsManyPiecesAsTheSystemTakes() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let slow = Saboteur { _, name in name == .write ? .writePartly(1) : .proceed }
      try generate([try generated("a", "several bytes")], into: folder + "/out", calls: slow.gate)
      #expect(try Disk.text(of: folder + "/out/a") == "several bytes")
    }
  }

  @Test(arguments: ["edited at the last moment", "old a"])
  func anEditAtTheVeryMomentOfTheExchangeIsNotLost(edit: String) throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let out = folder + "/out"
      try generate(try old(), into: out)
      let before = try Disk.tree(out)
      let editor = Saboteur { _, name in
        if name == .exchange, (try? Disk.text(of: out + "/a")) == "old a" {
          try? Disk.write(edit, to: out + "/a")
        }
        return .proceed
      }
      if edit == "old a" {
        try generate(try new(), into: out, calls: editor.gate)
        #expect(try Disk.text(of: out + "/a") == "new a, longer")
      } else {
        #expect(throws: TargetFailure.changedSincePlanned(path: out + "/a")) {
          try generate(try new(), into: out, calls: editor.gate)
        }
        var expected = before
        expected["a"] = "644 " + edit
        #expect(try Disk.tree(out) == expected)
      }
    }
  }

  @Test func anEditAtTheMomentOfTheExchangeSurvivesAKillToo() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let scene = try scene(in: folder, Self.everythingWorks)
      var edited = 0
      for last in 0..<scene.calls {
        let out = folder + "/out"
        try Disk.copyTree(scene.before, to: out)
        let saboteur = Saboteur { number, name in
          if name == .exchange, (try? Disk.text(of: out + "/a")) == "old a" {
            try? Disk.write("edit", to: out + "/a")
          }
          return number < last ? .proceed : .fail(SystemError(EIO))
        }
        _ = try? generate(try new(), into: out, calls: saboteur.gate)
        let isEdited = try Disk.tree(out).values.contains("644 edit")
        try recover(out)
        #expect(try !isEdited || Disk.text(of: out + "/a") == "edit", "killed at \(last)")
        edited += isEdited ? 1 : 0
        Disk.remove(out)
      }
      #expect(edited > 5)
    }
  }

  @Test func anEditAfterAKillIsLeftAlone() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let scene = try scene(in: folder, Self.everythingWorks)
      var edited = 0
      for last in 0..<scene.calls {
        let out = folder + "/out"
        try Disk.copyTree(scene.before, to: out)
        let saboteur = Saboteur { number, _ in number < last ? .proceed : .fail(SystemError(EIO)) }
        _ = try? generate(try new(), into: out, calls: saboteur.gate)
        try Disk.write("by hand", to: out + "/a")
        // Between the two renames of a file that is not exchanged there is nothing to remove.
        let isThere = try Disk.names(in: out).contains("run.sh")
        Disk.remove(out + "/run.sh")
        let isPending = try Disk.names(in: out + "/.bascule").contains("journal")
        #expect((try? TargetFolder.open(out, for: .reading)) == nil || !isPending)
        try recover(out)
        #expect(try Disk.text(of: out + "/a") == "by hand", "killed at \(last)")
        #expect(try !Disk.names(in: out).contains("run.sh") || !isThere, "killed at \(last)")
        #expect(try Disk.names(in: out + "/.bascule") == ["base", "manifest.jsonl"], "killed at \(last)")
        edited += isPending ? 1 : 0
        Disk.remove(out)
      }
      #expect(edited > 10)
    }
  }

  @Test(arguments: [false, true], [false, true])
  func whatVersionControlBringsBackAfterAKillIsWrittenAnew(withState: Bool, canExchange: Bool) throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let rule = canExchange ? Self.everythingWorks : Self.withoutExchange
      let scene = try scene(in: folder, rule)
      let committed = scene.oldTree.filter { withState || !$0.key.hasPrefix(".bascule/") }
      let files = committed.filter { $0.value.hasPrefix("644 ") }
      var pending = 0
      for last in 0..<scene.calls {
        let out = folder + "/out"
        try Disk.copyTree(scene.before, to: out)
        let saboteur = Saboteur { number, name in number < last ? rule(name) : .fail(SystemError(EIO)) }
        _ = try? generate(try new(), into: out, calls: saboteur.gate)
        if try Disk.names(in: out + "/.bascule").contains("journal") {
          pending += 1
          for path in committed.keys.sorted() where files[path] == nil {
            try? Disk.makeFolder(out + "/" + path)
          }
          for (path, text) in files {
            try Disk.write(String(text.dropFirst("644 ".count)), to: out + "/" + path)
          }
          try recover(out)
          #expect(try Disk.names(in: out + "/.bascule") == ["base", "manifest.jsonl"], "killed at \(last)")
          try generate(try new(), into: out)
          #expect(try Disk.tree(out) == scene.newTree, "killed at \(last)")
        }
        Disk.remove(out)
      }
      #expect(pending > 10)
    }
  }

  @Test func aRunThatOnlyLooksDoesNotTakeAMixtureForTheTruth() throws {
    try withTemporaryFolder(inMemory: true) { folder in
      let out = folder + "/out"
      try generate(try old(), into: out)
      let saboteur = Saboteur { _, name in name == .exchange ? .fail(SystemError(EIO)) : .proceed }
      let killed = Saboteur { number, name in
        name == .exchange || name == .removeFile || name == .removeFolder ? .fail(SystemError(EIO)) : .proceed
      }
      #expect(throws: TargetFailure.self) { try generate(try new(), into: out, calls: killed.gate) }
      #expect(throws: TargetFailure.interruptedEarlier(path: out)) {
        _ = try TargetFolder.open(out, for: .reading)
      }
      try generate(try old(), into: out)
      #expect(throws: TargetFailure.self) { try generate(try new(), into: out, calls: saboteur.gate) }
      _ = try TargetFolder.open(out, for: .reading)
    }
  }
}
