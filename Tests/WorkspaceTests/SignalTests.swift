import Generation
import Glibc
import Testing
import Workspace

/// Signals that ask the process to end while a target is written.
@Suite(.serialized) struct SignalTests {
  /// Sends the signal to this thread at a call; tests ignore it once it is let through.
  private func signalling(at call: Int) -> Saboteur {
    Saboteur { number, _ in
      if number == call { pthread_kill(pthread_self(), SIGHUP) }
      return .proceed
    }
  }

  @Test func beforeTheChangeIsCertainNothingIsLeftAndAfterwardsAllIsDone() throws {
    signal(SIGHUP, SIG_IGN)
    defer { signal(SIGHUP, SIG_DFL) }
    try withTemporaryFolder(inMemory: true) { folder in
      let old = [try generated("a", "old"), try generated("b/c", "old")]
      let new = [try generated("a", "new"), try generated("d/e", "new")]
      try generate(old, into: folder + "/old")
      try generate(old, into: folder + "/new")
      let counting = Saboteur { _, _ in .proceed }
      try generate(new, into: folder + "/new", calls: counting.gate)
      let trees = (old: try Disk.tree(folder + "/old"), new: try Disk.tree(folder + "/new"))
      var (interrupted, done) = (0, 0)
      for call in 0..<counting.calls {
        let out = folder + "/out"
        try Disk.copyTree(folder + "/old", to: out)
        do {
          try generate(new, into: out, calls: signalling(at: call).gate)
          done += 1
          #expect(try Disk.tree(out) == trees.new, "at \(call)")
        } catch {
          #expect(error as? TargetFailure == .interrupted(path: out))
          interrupted += 1
          #expect(try Disk.tree(out) == trees.old, "at \(call)")
        }
        Disk.remove(out)
      }
      #expect(interrupted > 5 && done > 5, "\(interrupted) interrupted, \(done) done")
    }
  }

  @Test func aTargetThatIsNewIsNotLeftInPieces() throws {
    signal(SIGHUP, SIG_IGN)
    defer { signal(SIGHUP, SIG_DFL) }
    try withTemporaryFolder(inMemory: true) { folder in
      let files = [try generated("a", "new"), try generated("d/e", "new")]
      #expect(throws: TargetFailure.interrupted(path: folder + "/out")) {
        try generate(files, into: folder + "/out", calls: signalling(at: 6).gate)
      }
      #expect(try Disk.names(in: folder).isEmpty)
    }
  }
}
