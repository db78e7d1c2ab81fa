import Testing

@testable import Workspace

@Suite struct SnapshotTests {
  @Test func aFolderIsReadWithWhatBasculeKeepsAboutIt() throws {
    try withTemporaryFolder { folder in
      try Disk.makeFolder(folder + "/.bascule")
      try Disk.makeFolder(folder + "/.hidden")
      try Disk.write("manifest", to: folder + "/.bascule/manifest.jsonl")
      try Disk.write("x", to: folder + "/.hidden/x.yaml")
      try Disk.write("a", to: folder + "/a.yaml")
      try Disk.link(folder + "/link.yaml", to: "a.yaml")
      let snapshot = try Snapshot.folder(folder)
      #expect(snapshot.entries.map(\.path) == [".bascule/manifest.jsonl", "a.yaml"])
      var reader = SnapshotReader(repository: nil)
      let contents = try reader.read(snapshot.entries, limit: 8)
      #expect(contents == [.bytes(Array("manifest".utf8)), .bytes(Array("a".utf8))])
    }
  }

  @Test func aFileThatVanishedIsMissing() throws {
    try withTemporaryFolder { folder in
      try Disk.write("a", to: folder + "/a.yaml")
      let snapshot = try Snapshot.folder(folder)
      Disk.remove(folder + "/a.yaml")
      var reader = SnapshotReader(repository: nil)
      let contents = try reader.read(snapshot.entries, limit: 8)
      #expect(contents == [.missing])
    }
  }

  /// However the answers of git are cut into pieces, the same is read.
  @Test(arguments: 1...23) func blobsAreReadFromPiecesOfAnySize(_ size: Int) {
    let id = String(repeating: "a", count: 40)
    let text =
      "\(id) blob 5\nhello\n\(id) missing\n\(id) blob 0\n\n\(id) blob 11\nfar too big\n\(id) blob 1\nx\n"
    let bytes = Array(text.utf8)
    var parser = BlobParser(limit: 8)
    for start in stride(from: 0, to: bytes.count, by: size) {
      let isTaken = parser.take(bytes[start..<min(start + size, bytes.count)])
      #expect(isTaken)
    }
    let expected: [SnapshotContents] = [
      .bytes(Array("hello".utf8)), .missing, .bytes([]), .tooLarge(limit: 8), .bytes(Array("x".utf8)),
    ]
    #expect(parser.answers == expected)
  }

  @Test func whatIsNoAnswerOfGitIsRefused() {
    var parser = BlobParser(limit: 8)
    let isTaken = parser.take(Array("nonsense\n".utf8)[...])
    #expect(!isTaken)
  }
}
