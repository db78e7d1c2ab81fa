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
