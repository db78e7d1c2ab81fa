extension GitRepository {
  /// The files as they lie on the disk: those that git knows, and those that it does not ignore.
  ///
  /// What is as the index has it is read from there, so that equal files are seen to be equal without reading.
  package func snapshotOfWorkTree() throws(GitFailure) -> Snapshot {
    try requireWorkTree()
    let index = try snapshotOfIndex(keepsIndex: false)
    let filters = try filterSettings()
    let modified = Set(try paths(filters + ["ls-files", "--modified", "-z"]))
    let others = try GitCall(
      folder: root, arguments: ["ls-files", "--others", "--exclude-standard", "-z"]
    ).output()
    let known = index.entries.map { entry in
      let isConflicted = entry.place == .conflicted
      return modified.contains(entry.path) || isConflicted
        ? Snapshot.Entry(path: entry.path, place: .file(root: root)) : entry
    }
    let new = Self.texts(others).map { Snapshot.Entry(path: $0, place: .file(root: root)) }
    return Snapshot(entries: known + new, otherNames: index.otherNames + Self.otherNames(others))
  }

  private func paths(_ arguments: [String]) throws(GitFailure) -> [String] {
    Self.texts(try GitCall(folder: root, arguments: arguments).output())
  }

  /// Settings that keep git from running a filter while it looks whether a file was changed.
  func filterSettings() throws(GitFailure) -> [String] {
    let answer = try call("config", "--name-only", "-z", "--get-regexp", "^filter\\.").ask()
    let names = Set(
      Self.texts(answer).compactMap { key -> String? in
        guard key.hasPrefix("filter."), let dot = key.lastIndex(of: ".") else { return nil }
        return String(key[..<dot])
      })
    return names.sorted().flatMap { name in
      ["-c", "\(name).clean=", "-c", "\(name).process=", "-c", "\(name).required=false"]
    }
  }
}
