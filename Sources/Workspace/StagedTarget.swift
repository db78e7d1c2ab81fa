package import Diagnostics
package import Generation
import Hashing

/// A target folder as it is staged in git: what the next commit holds, whatever is in the work tree.
package struct StagedTarget: TargetReader, Sendable {
  private let path: String
  private let index: GitIndex

  /// Reads the index of git for the folder at a path that a user gave.
  package init(_ path: String) throws(TargetFailure) {
    self.path = path
    do throws(GitFailure) { index = try GitIndex(of: path) } catch {
      throw .noIndex(path: path, reason: error.description)
    }
  }

  package func manifestFile() throws(TargetFailure) -> SourceFile? {
    guard let entry = index.entries[Manifest.path.description] else { return nil }
    let contents = try contents(of: [entry.object])[entry.object] ?? []
    return SourceFile(name: TargetFolder.shown(Manifest.path.description, in: path), contents: contents)
  }

  package func existing(at paths: Set<RelativePath>) throws(TargetFailure) -> [RelativePath: ExistingEntry] {
    let folders = Set(paths.flatMap(\.ancestors))
    let keys = Set((folders.union(paths)).map(\.collisionKey))
    let blobs = try contents(
      of: Set(paths.compactMap { index.entries[$0.description] }.filter(\.isFile).map(\.object)))
    var found: [RelativePath: ExistingEntry] = [:]
    for (text, entry) in index.entries {
      guard let path = try? RelativePath(text) else { continue }
      for folder in path.ancestors where keys.contains(folder.collisionKey) { found[folder] = .folder }
      guard keys.contains(path.collisionKey) else { continue }
      if !entry.isFile {
        found[path] = entry.isLink ? .symbolicLink : .special
      } else if paths.contains(path), let contents = blobs[entry.object] {
        found[path] = .file(contents: contents, isExecutable: entry.isExecutable)
      } else {
        found[path] = .unreadFile
      }
    }
    return found
  }

  package func support(mergingBy merger: @escaping LineMerger) throws(TargetFailure) -> PlanSupport {
    let folder = Manifest.baseFolder.description + "/"
    let names = index.entries.keys.filter { $0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
    let index = index
    return PlanSupport(
      bases: Set(names.compactMap { Digest(hexadecimal: $0) }),
      base: { digest in
        guard let entry = index.entries[Manifest.basePath(of: digest).description],
          let contents = (try? index.contents(of: [entry.object]))?[entry.object]
        else { return nil }
        return BaseCopy.read(contents, digest: digest)
      },
      names: { folder in
        let prefix = folder.map { "\($0)/" } ?? ""
        return index.entries.keys.filter { $0.hasPrefix(prefix) }.map { path in
          String(path.dropFirst(prefix.count).prefix { $0 != "/" })
        }
      },
      isUnstaged: { [path] file in
        (try? FileStatus(following: FolderPath.join(path, file.description)))?.kind == .file
      }, mergeLines: merger)
  }

  private func contents(of objects: Set<BlobID>) throws(TargetFailure) -> [BlobID: [UInt8]] {
    do throws(GitFailure) { return try index.contents(of: objects) } catch {
      throw .noIndex(path: path, reason: error.description)
    }
  }
}

extension GitIndex.Entry {
  var isFile: Bool { mode.hasPrefix("100") }
  var isExecutable: Bool { mode == "100755" }
  var isLink: Bool { mode == "120000" }
}

extension SourceFile {
  /// A file as it is staged in git.
  package static func loadStaged(_ path: String) throws(LoadFailure) -> SourceFile {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let contents: [UInt8]?
    do throws(GitFailure) {
      let index = try GitIndex(of: folder)
      let entry = index.entries[name].flatMap { $0.isFile ? $0.object : nil }
      contents = try entry.flatMap { entry throws(GitFailure) in
        try index.contents(of: [entry])[entry]
      }
    } catch {
      throw .notStaged(path: path, reason: error.description)
    }
    guard let contents else { throw .notStaged(path: path, reason: "it is not staged") }
    return SourceFile(name: path, contents: contents)
  }
}
