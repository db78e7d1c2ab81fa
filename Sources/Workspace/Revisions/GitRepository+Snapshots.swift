extension GitRepository {
  /// The files of a commit, by its name or its id.
  package func snapshot(ofCommit name: String) throws(GitFailure) -> Snapshot {
    let id = Self.isObjectID(name) ? name : try commit(name)
    let answer = try call("ls-tree", "-r", "-z", "--full-tree", id).output()
    return Self.snapshot(answer, commit: id, GitRecord.treeEntry)
  }

  /// The files that would be committed now.
  package func snapshotOfIndex() throws(GitFailure) -> Snapshot {
    try requireWorkTree()
    return try snapshotOfIndex(keepsIndex: true)
  }

  func snapshotOfIndex(keepsIndex: Bool) throws(GitFailure) -> Snapshot {
    let answer = try call("ls-files", "--stage", "-z", keepsIndex: keepsIndex).output()
    return Self.snapshot(answer, GitRecord.indexEntry)
  }

  private static func snapshot(
    _ answer: GitCall.Answer, commit: String? = nil, _ read: (ArraySlice<UInt8>) -> Snapshot.Entry?
  ) -> Snapshot {
    var others: [String] = []
    let entries = records(answer).compactMap { record in
      let entry = read(record)
      if entry == nil, let name = GitRecord.otherName(record) { others.append(name) }
      return entry
    }
    return Snapshot(entries: entries, otherNames: others, commit: commit)
  }

  func requireWorkTree() throws(GitFailure) {
    if !hasWorkTree { throw .noWorkTree(path: root) }
  }

  /// What git said, piece by piece.
  static func records(_ answer: GitCall.Answer) -> [ArraySlice<UInt8>] {
    answer.output.withUnsafeBufferPointer { bytes in
      var (records, start): ([ArraySlice<UInt8>], Int) = ([], 0)
      for index in bytes.indices where bytes[index] == 0 {
        records.append(answer.output[start..<index])
        start = index + 1
      }
      return records
    }
  }

  /// The pieces as texts, without those that are not UTF-8.
  static func texts(_ answer: GitCall.Answer) -> [String] {
    records(answer).compactMap { String(validating: $0, as: UTF8.self) }
  }

  /// The pieces that are not UTF-8, as a shell would have them.
  static func otherNames(_ answer: GitCall.Answer) -> [String] {
    records(answer).filter { String(validating: $0, as: UTF8.self) == nil }.map { OtherName($0).spelling }
  }
}

/// A file as git lists it.
private enum GitRecord {
  /// `100644 blob ID<tab>PATH`; links and repositories within are not read.
  static func treeEntry(_ record: ArraySlice<UInt8>) -> Snapshot.Entry? {
    guard let (words, path) = divide(record), words.count == 3, words[1].elementsEqual("blob".utf8),
      let id = BlobID(words[2]), let path = String(validating: path, as: UTF8.self)
    else { return nil }
    return Snapshot.Entry(path: path, place: .blob(id))
  }

  /// `100644 ID STAGE<tab>PATH`; a stage but 0 is one side of a merge.
  static func indexEntry(_ record: ArraySlice<UInt8>) -> Snapshot.Entry? {
    guard let (words, path) = divide(record), words.count == 3, let id = BlobID(words[1]),
      let path = String(validating: path, as: UTF8.self)
    else { return nil }
    return Snapshot.Entry(path: path, place: words[2].elementsEqual("0".utf8) ? .blob(id) : .conflicted)
  }

  /// The path of a plain file, where it is not UTF-8.
  static func otherName(_ record: ArraySlice<UInt8>) -> String? {
    guard let (_, path) = divide(record), String(validating: path, as: UTF8.self) == nil else { return nil }
    return OtherName(path).spelling
  }

  /// The words before the tab of a plain file, and the path behind it.
  private static func divide(
    _ record: ArraySlice<UInt8>
  ) -> (words: [ArraySlice<UInt8>], path: ArraySlice<UInt8>)? {
    guard record.starts(with: "100".utf8), let tab = record.firstIndex(of: UInt8(ascii: "\t")) else {
      return nil
    }
    return (record[..<tab].split(separator: UInt8(ascii: " ")), record[(tab + 1)...])
  }
}
