/// What is staged in git, of one folder and what is below it.
struct GitIndex: Sendable {
  struct Entry: Sendable {
    let object: BlobID
    let mode: String
  }

  /// By the path from the folder.
  let entries: [String: Entry]
  /// What has a name that is not UTF-8, by the path from the folder as a shell would have it.
  let otherNames: [String]
  private let root: String
  /// Whether it is that of the repository that the program runs in.
  let isHere: Bool

  /// Reads the index for a folder that need not be in the work tree.
  init(of folder: String) throws(GitFailure) {
    let (nearest, below) = Self.nearest(folder)
    let repository = try GitRepository.find(from: nearest)
    let prefix = try GitCall(folder: nearest, arguments: ["rev-parse", "--show-prefix"]).output().line
    root = repository.root
    isHere = repository.isHere
    let path = prefix + below.map { $0 + "/" }.joined()
    let answer = try repository.call(
      "ls-files", "--stage", "-z", "--", path.isEmpty ? ":(top)" : ":(literal)\(path)", keepsIndex: isHere
    ).output()
    var entries: [String: Entry] = [:]
    var otherNames: [String] = []
    for record in answer.output.split(separator: 0) {
      guard let (path, entry) = try Self.read(record, skipping: path.utf8.count) else { continue }
      if let name = path.text { entries[name] = entry } else { otherNames.append(path.spelling) }
    }
    if entries.values.contains(where: \.object.isEmptyFile) {
      for path in try Self.announced(below: path, repository) { entries[path] = nil }
    }
    self.entries = entries
    self.otherNames = otherNames
  }

  /// What was only announced with `git add --intent-to-add`, and would not be committed: the index has it as empty.
  private static func announced(
    below path: String, _ repository: GitRepository
  ) throws(GitFailure) -> [String] {
    let arguments =
      try repository.filterSettings() + [
        "diff-files", "--name-only", "--diff-filter=A", "-z", "--",
        path.isEmpty ? ":(top)" : ":(literal)\(path)",
      ]
    let answer = try GitCall(folder: repository.root, arguments: arguments, keepsIndex: repository.isHere)
      .output()
    return GitRepository.texts(answer).map {
      String(decoding: $0.utf8.dropFirst(path.utf8.count), as: UTF8.self)
    }
  }

  /// The nearest folder that there is, and the names from there.
  private static func nearest(_ folder: String) -> (folder: String, below: [String]) {
    var below: [String] = []
    var nearest = folder.isEmpty ? "." : folder
    while (try? FileStatus(following: nearest))?.kind != .folder, nearest != "/", nearest != "." {
      let slash = nearest.lastIndex(of: "/")
      let name = slash.map { String(nearest[nearest.index(after: $0)...]) } ?? nearest
      if !name.isEmpty { below.insert(name, at: 0) }
      nearest = slash.map { $0 == nearest.startIndex ? "/" : String(nearest[..<$0]) } ?? "."
    }
    return (nearest, below)
  }

  /// The mode, the object and the stage, then a tab and the path.
  private static func read(
    _ record: ArraySlice<UInt8>, skipping count: Int
  ) throws(GitFailure) -> (path: (text: String?, spelling: String), entry: Entry)? {
    let parts = record.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
    guard parts.count == 2, parts[1].count > count else { return nil }
    let words = parts[0].split(separator: UInt8(ascii: " "))
    guard words.count == 3, let object = BlobID(words[1]) else { return nil }
    guard words[2].elementsEqual("0".utf8) else {
      throw .unresolvedMerge(path: OtherName(parts[1]).spelling)
    }
    let path = parts[1].dropFirst(count)
    return (
      (String(validating: path, as: UTF8.self), OtherName(path).spelling),
      Entry(object: object, mode: String(decoding: words[0], as: UTF8.self))
    )
  }

  /// The contents of objects, each once, in one run of git; very large ones are left out.
  func contents(of objects: Set<BlobID>) throws(GitFailure) -> [BlobID: [UInt8]] {
    guard !objects.isEmpty else { return [:] }
    let ids = Array(objects)
    let answers = try BlobReader.start(in: root).read(ids, limit: TargetFolder.largestFile)
    var contents: [BlobID: [UInt8]] = [:]
    for (id, answer) in zip(ids, answers) {
      // Nothing is fetched, also not where a clone left it for later.
      if answer == .missing {
        throw .failed(
          command: "cat-file", message: "the repository lacks contents of what is staged")
      }
      contents[id] = answer.bytes
    }
    return contents
  }
}
