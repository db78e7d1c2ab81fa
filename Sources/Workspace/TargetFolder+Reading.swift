package import Diagnostics
package import Generation
import Glibc

extension TargetFolder {
  /// The largest file whose contents are compared, and the largest manifest: 16 MiB.
  package static let largestFile = 1 << 24

  /// The manifest of the target, if it has one.
  package func manifestFile() throws(TargetFailure) -> SourceFile? {
    guard case .existing(let root) = place else { return nil }
    let name = shown(Manifest.path)
    do throws(SystemError) {
      let state = try Descriptor(Manifest.folderName, in: root, flags: O_RDONLY | O_DIRECTORY)
      let file = try state.open(Manifest.path.name, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
      guard let contents = try file.contents(limit: Self.largestFile) else { throw SystemError(EFBIG) }
      return SourceFile(name: name, contents: contents)
    } catch {
      if error.code == ENOENT { return nil }
      throw .unreadable(path: name, error)
    }
  }

  /// What lies at the given paths, at the folders on the way to them, and beside them under a name that
  /// differs only in case: all that a plan has to know.
  package func existing(at paths: Set<RelativePath>) throws(TargetFailure) -> [RelativePath: ExistingEntry] {
    guard case .existing(let root) = place else { return [:] }
    var reader = ExistingReader(target: path, wanted: paths)
    let folder: Descriptor
    do throws(SystemError) { folder = try Descriptor(".", in: root, flags: O_RDONLY | O_DIRECTORY) } catch {
      throw .unreadable(path: path, error)
    }
    try reader.read(nil, folder)
    return reader.entries
  }
}

/// Looks at the wanted entries folder by folder; a link is seen and never followed.
private struct ExistingReader {
  let target: String
  let wanted: Set<RelativePath>
  /// What is looked for in each folder, by its name there; the target itself is the empty text.
  private let entriesByFolder: [String: [String: RelativePath]]
  var entries: [RelativePath: ExistingEntry] = [:]

  init(target: String, wanted: Set<RelativePath>) {
    self.target = target
    self.wanted = wanted
    var entries: [String: [String: RelativePath]] = [:]
    for path in wanted {
      var entry = path
      // Where an entry is known, so are the folders on the way to it.
      while true {
        let folder = entry.parent
        let known = entries[folder?.description ?? "", default: [:]].updateValue(entry, forKey: entry.name)
        guard known == nil, let folder else { break }
        entry = folder
      }
    }
    entriesByFolder = entries
  }

  mutating func read(_ folder: RelativePath?, _ descriptor: borrowing Descriptor) throws(TargetFailure) {
    guard let sought = entriesByFolder[folder?.description ?? ""] else { return }
    var keys: Set<String>?
    let found: [FolderEntry]
    do { found = try folderEntries(of: descriptor.number) } catch { throw failure(folder, error) }
    for entry in found {
      let name = entry.name
      if let path = sought[name] {
        try read(entry, at: path, in: descriptor, isExactName: true)
        continue
      }
      // Only made where something lies there that is not sought.
      let all = keys ?? Set(sought.keys.map { $0.lowercased() })
      keys = all
      if all.contains(name.lowercased()) {
        // A name that no generated file can have stands in nobody's way.
        guard let path = try? RelativePath(folder.map { "\($0)/\(name)" } ?? name) else { continue }
        try read(entry, at: path, in: descriptor, isExactName: false)
      }
    }
  }

  private mutating func read(
    _ entry: FolderEntry, at path: RelativePath, in folder: borrowing Descriptor, isExactName: Bool
  ) throws(TargetFailure) {
    let kind: FileStatus.Kind?
    do { kind = try entry.kind(in: folder.number) } catch { throw failure(path, error) }
    switch kind {
    case nil: break
    case .symbolicLink: entries[path] = .symbolicLink
    case .special: entries[path] = .special
    case .folder:
      entries[path] = .folder
      guard isExactName, entriesByFolder[path.description] != nil else { return }
      let inner: Descriptor
      do { inner = try folder.open(path.name, flags: O_RDONLY | O_DIRECTORY) } catch {
        throw failure(path, error)
      }
      try read(path, inner)
    case .file:
      let isWanted = isExactName && wanted.contains(path)
      entries[path] = isWanted ? try file(path, in: folder) : .unreadFile
    }
  }

  private func file(
    _ path: RelativePath, in folder: borrowing Descriptor
  ) throws(TargetFailure) -> ExistingEntry {
    do throws(SystemError) {
      let file = try folder.open(path.name, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY)
      let status = try FileStatus(of: file.number)
      guard let contents = try file.contents(status, limit: TargetFolder.largestFile) else {
        return .unreadFile
      }
      return .file(contents: contents, isExecutable: status.isExecutable)
    } catch {
      throw failure(path, error)
    }
  }

  private func failure(_ path: RelativePath?, _ error: SystemError) -> TargetFailure {
    .unreadable(path: path.map { TargetFolder.shown($0.description, in: target) } ?? target, error)
  }
}
