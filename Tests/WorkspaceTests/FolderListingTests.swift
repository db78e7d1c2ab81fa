import Glibc
import Testing
import Workspace

@Suite struct FolderListingTests {
  @Test func listsFilesRecursivelyInTheOrderOfTheirBytes() throws {
    try withTemporaryFolder { folder in
      for inner in ["b", "b/deep", "B", ".hidden", "é"] { try Disk.makeFolder(folder + "/" + inner) }
      for file in [
        "b/x.yaml", "b/deep/y.yml", "B/z.yaml", "a.yaml", "b.yaml", "é/f.yaml", ".hidden/no.yaml", ".no.yaml",
        "no.txt", "b/no.yaml~", "noyaml",
      ] { try Disk.write("", to: folder + "/" + file) }
      let listing = try FolderListing.list(folder)
      let expected = ["B/z.yaml", "a.yaml", "b.yaml", "b/deep/y.yml", "b/x.yaml", "é/f.yaml"]
      #expect(listing.files == expected.map { folder + "/" + $0 })
      #expect(listing.skippedLinks.isEmpty)
      #expect(try FolderListing.list(folder + "/").files == listing.files)
      #expect(try FolderListing.list(folder, endings: [".txt"]).files == [folder + "/no.txt"])
    }
  }

  @Test func followsNoLinkAndNamesTheOnesOfInterest() throws {
    try withTemporaryFolder { folder in
      try Disk.makeFolder(folder + "/outside")
      try Disk.write("secret", to: folder + "/outside/s.yaml")
      let inside = folder + "/inside"
      try Disk.makeFolder(inside)
      try Disk.link(inside + "/s.yaml", to: "../outside/s.yaml")
      try Disk.link(inside + "/up", to: "..")
      try Disk.link(inside + "/dangling.txt", to: "nowhere")
      let listing = try FolderListing.list(inside)
      #expect(listing.files.isEmpty)
      #expect(listing.skippedLinks == [inside + "/s.yaml", inside + "/up"])
    }
  }

  @Test func namesWhatHasNoNameInUTF8() throws {
    try withTemporaryFolder { folder in
      // Bytes of Latin-1, which no text of Swift can hold.
      let names: [[UInt8]] = [
        Array("caf".utf8) + [0xE9] + Array("é.yaml".utf8), [0xFF] + Array(".txt".utf8), [0x2E, 0xE9],
      ]
      for name in names {
        let path = (Array((folder + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
        let file = open(path, O_CREAT, 0o600)
        try #require(file >= 0)
        close(file)
      }
      try Disk.makeFolder(folder + "/marked")
      try Disk.write("", to: folder + "/marked/.mark")
      let listing = try FolderListing.list(folder, marking: ".mark")
      #expect(listing.files.isEmpty)
      #expect(listing.otherNames == [folder + "/caf\\xE9é.yaml"])
      #expect(listing.markedFolders == [folder + "/marked"])
    }
  }

  @Test func saysWhatIsWrongWithThePath() throws {
    try withTemporaryFolder { folder in
      let file = folder + "/file"
      try Disk.write("", to: file)
      #expect(throws: LoadFailure.notAFolder(path: file)) { try FolderListing.list(file) }
      let missing = folder + "/missing"
      #expect(throws: LoadFailure.notFound(path: missing)) { try FolderListing.list(missing) }
    }
  }

  @Test func stopsAtFoldersBeyondEveryUse() throws {
    try withTemporaryFolder { folder in
      var path = folder
      for _ in 0..<70 {
        path += "/d"
        try Disk.makeFolder(path)
      }
      let failure = #expect(throws: LoadFailure.self) { try FolderListing.list(folder) }
      guard case .tooDeep = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
    }
  }
}
