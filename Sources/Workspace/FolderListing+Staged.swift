package import Diagnostics

extension FolderListing {
  /// Lists what the index of git has below a folder; `nil` where it has nothing there and the disk has no folder.
  package static func listStaged(
    _ path: String, endings: [String] = yamlEndings, marking marker: String? = nil
  ) throws(LoadFailure) -> FolderListing? {
    let index: GitIndex
    do throws(GitFailure) { index = try GitIndex(of: path) } catch {
      throw .notStaged(path: path, reason: error.description)
    }
    if index.entries.isEmpty, (try? FileStatus(following: path))?.kind != .folder { return nil }
    return FolderListing(of: index, at: path, endings: endings, marking: marker)
  }

  fileprivate init(of index: GitIndex, at path: String, endings: [String], marking marker: String?) {
    self.init(hidden: [], marker: marker)
    let start = path.hasSuffix("/") ? path : path + "/"
    var marked: Set<String> = []
    for (name, entry) in index.entries {
      let parts = name.split(separator: "/")
      if let marker, let place = parts.firstIndex(where: { $0 == marker }) {
        marked.insert(parts[..<place].isEmpty ? path : start + parts[..<place].joined(separator: "/"))
      }
      guard !parts.contains(where: { $0.hasPrefix(".") }), endings.contains(where: { name.hasSuffix($0) })
      else {
        continue
      }
      if entry.isFile { files.append(start + name) }
      if entry.isLink { skippedLinks.append(start + name) }
    }
    otherNames = index.otherNames.filter { name in
      !name.split(separator: "/").contains { $0.hasPrefix(".") } && endings.contains { name.hasSuffix($0) }
    }.map { start + $0 }
    otherNames.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    skippedLinks.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    markedFolders = marked.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension SourceFile {
  /// The YAML documents below a folder as they are staged in git, in the order of their paths.
  package static func loadStaged(below folder: String) throws(LoadFailure) -> [SourceFile] {
    do throws(GitFailure) {
      return try read(GitIndex(of: folder), below: folder, FolderListing.yamlEndings)
    } catch {
      throw .notStaged(path: folder, reason: error.description)
    }
  }

  /// The files below a folder as they are staged in the repository that the program runs in; `nil` where the folder
  /// lies elsewhere, or git ignores it.
  static func loadStagedHere(below folder: String, endings: [String]) throws(LoadFailure) -> [SourceFile]? {
    do throws(GitFailure) {
      let index: GitIndex
      do throws(GitFailure) { index = try GitIndex(of: folder) } catch .notARepository { return nil }
      guard index.isHere else { return nil }
      let files = try read(index, below: folder, endings)
      if !files.isEmpty { return files }
      if try GitCall(folder: ".", arguments: ["check-ignore", "--quiet", "--", folder]).ask().status == 0 {
        return nil
      }
    } catch {
      throw .notStaged(path: folder, reason: error.description)
    }
    throw .notStaged(path: folder, reason: "nothing of it is staged")
  }

  private static func read(
    _ index: GitIndex, below folder: String, _ endings: [String]
  ) throws(GitFailure) -> [SourceFile] {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    let objects = FolderListing(of: index, at: folder, endings: endings, marking: nil).files.compactMap {
      path in
      index.entries[String(decoding: path.utf8.dropFirst(start.utf8.count), as: UTF8.self)].map {
        (path: path, id: $0.object)
      }
    }
    let contents = try index.contents(of: Set(objects.map(\.id)))
    return objects.compactMap { object in
      contents[object.id].map { SourceFile(name: object.path, contents: $0) }
    }
  }
}
