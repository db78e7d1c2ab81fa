import Diagnostics
import Glibc
import Testing
import Workspace

@Suite struct SourceFileLoadingTests {
  @Test func readsTheBytesUnderThePathAsItWasGiven() throws {
    try withTemporaryFolder { folder in
      try Disk.write("id: é\r\n\u{0}", to: folder + "/a.yaml")
      let file = try SourceFile.load(folder + "/a.yaml")
      #expect(file.name == folder + "/a.yaml")
      #expect(file.contents == Array("id: é\r\n\u{0}".utf8))
    }
  }

  @Test func readsAnEmptyFile() throws {
    try withTemporaryFolder { folder in
      try Disk.write("", to: folder + "/a")
      #expect(try SourceFile.load(folder + "/a").contents.isEmpty)
    }
  }

  @Test func followsALinkThatTheUserNamed() throws {
    try withTemporaryFolder { folder in
      try Disk.write("x", to: folder + "/a")
      try Disk.link(folder + "/b", to: "a")
      #expect(try SourceFile.load(folder + "/b").contents == [UInt8(ascii: "x")])
    }
  }

  @Test func saysWhatIsWrongWithThePath() throws {
    try withTemporaryFolder { folder in
      try Disk.write("x", to: folder + "/file")
      try Disk.check(mkfifo(folder + "/pipe", 0o600), "pipe")
      try Disk.link(folder + "/dangling", to: "nowhere")
      try Disk.link(folder + "/loop", to: "loop")
      let missing = folder + "/missing"
      #expect(throws: LoadFailure.notFound(path: missing)) { try SourceFile.load(missing) }
      #expect(throws: LoadFailure.isFolder(path: folder)) { try SourceFile.load(folder) }
      let below = folder + "/file/below"
      #expect(throws: LoadFailure.notFound(path: below)) { try SourceFile.load(below) }
      let pipe = folder + "/pipe"
      #expect(throws: LoadFailure.notAPlainFile(path: pipe)) { try SourceFile.load(pipe) }
      #expect(throws: LoadFailure.notAPlainFile(path: "/dev/zero")) { try SourceFile.load("/dev/zero") }
      let dangling = folder + "/dangling"
      #expect(throws: LoadFailure.notFound(path: dangling)) { try SourceFile.load(dangling) }
      let loop = folder + "/loop"
      #expect(throws: LoadFailure.unreadable(path: loop, SystemError(ELOOP))) { try SourceFile.load(loop) }
    }
  }

  @Test func stopsReadingBeyondTheLimit() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a"
      try Disk.write(String(repeating: "x", count: 1000), to: path)
      #expect(try SourceFile.load(path, limit: 1000).contents.count == 1000)
      #expect(throws: LoadFailure.tooLarge(path: path, limit: 999)) { try SourceFile.load(path, limit: 999) }
      try Disk.check(truncate(path, 1 << 40), path)
      #expect(throws: LoadFailure.tooLarge(path: path, limit: 1 << 20)) { try SourceFile.load(path) }
    }
  }

  @Test func readsAFileWhoseSizeIsNotKnownBeforehand() throws {
    #expect(try !SourceFile.load("/proc/self/status").contents.isEmpty)
  }

  @Test func saysItInOneLineWithoutControlCharacters() {
    #expect(
      LoadFailure.unreadable(path: "a\nb", SystemError(EACCES)).description
        == "'a<U+000A>b' cannot be read: Permission denied")
    #expect(LoadFailure.tooLarge(path: "a", limit: 5).description == "'a' is larger than 5 bytes")
  }
}
