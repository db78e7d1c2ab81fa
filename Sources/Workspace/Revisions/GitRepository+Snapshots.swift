extension GitRepository {
  /// The files of a commit.
  package func snapshot(ofCommit name: String) throws(GitFailure) -> Snapshot {
    let id = try commit(name)
    let answer = try call("ls-tree", "-r", "-z", "--full-tree", id).output()
    return Snapshot(entries: Self.records(answer).compactMap(Self.treeEntry), commit: id)
  }

  /// The files that would be committed now.
  package func snapshotOfIndex() throws(GitFailure) -> Snapshot {
    try requireWorkTree()
    return try snapshotOfIndex(keepsIndex: true)
  }

  func snapshotOfIndex(keepsIndex: Bool) throws(GitFailure) -> Snapshot {
    let answer = try call("ls-files", "--stage", "-z", keepsIndex: keepsIndex).output()
    return Snapshot(entries: Self.records(answer).compactMap(Self.indexEntry))
  }

  func requireWorkTree() throws(GitFailure) {
    if !hasWorkTree { throw .noWorkTree(path: root) }
  }

  /// Paths that are not UTF-8 are none of Bascule's.
  static func records(_ answer: GitCall.Answer) -> [String] {
    answer.output.split(separator: 0).compactMap { String(validating: $0, as: UTF8.self) }
  }

  /// `100644 blob ID<tab>PATH`; links and repositories within are not read.
  private static func treeEntry(_ record: String) -> Snapshot.Entry? {
    guard let (words, path) = divide(record), words.count == 3, words[1] == "blob", isFile(words[0]) else {
      return nil
    }
    return Snapshot.Entry(path: path, place: .blob(String(words[2])))
  }

  /// `100644 ID STAGE<tab>PATH`; a stage but 0 is one side of a merge.
  private static func indexEntry(_ record: String) -> Snapshot.Entry? {
    guard let (words, path) = divide(record), words.count == 3, isFile(words[0]) else { return nil }
    return Snapshot.Entry(path: path, place: words[2] == "0" ? .blob(String(words[1])) : .conflicted)
  }

  private static func divide(_ record: String) -> (words: [Substring], path: String)? {
    guard let tab = record.utf8.firstIndex(of: UInt8(ascii: "\t")) else { return nil }
    let path = String(record[record.utf8.index(after: tab)...])
    return (record[..<tab].split(separator: " "), path)
  }

  private static func isFile(_ mode: Substring) -> Bool { mode.hasPrefix("100") }
}
