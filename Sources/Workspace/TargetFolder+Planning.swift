import Diagnostics
package import Generation
import Glibc
import Hashing

extension TargetFolder: TargetReader {
  /// What a plan may ask for; the answers can be had for as long as the target is open.
  package func support(mergingBy merger: @escaping LineMerger) throws(TargetFailure) -> PlanSupport {
    guard case .existing(let root) = place else { return PlanSupport(mergeLines: merger) }
    return PlanSupport(
      bases: try bases(root), base: { Self.base($0, root) }, names: { Self.names(in: $0, root) },
      mergeLines: merger)
  }

  private func bases(_ root: Int32) throws(TargetFailure) -> Set<Digest> {
    do throws(SystemError) {
      var walker = FolderWalker(root: root, calls: calls)
      let names = try entryNames(in: walker.open(Manifest.baseFolder))
      return Set(names.compactMap { Digest(hexadecimal: $0) })
    } catch {
      if error.code == ENOENT { return [] }
      throw .unreadable(path: shown(Manifest.baseFolder), error)
    }
  }

  /// A copy that is not what its name says is none.
  private static func base(_ digest: Digest, _ root: Int32) -> [UInt8]? {
    var walker = FolderWalker(root: root, calls: SystemCalls())
    let path = Manifest.basePath(of: digest)
    guard let folder = try? walker.open(path.parent),
      let file = try? Descriptor(path.name, in: folder, flags: O_RDONLY | O_NONBLOCK | O_NOCTTY),
      let contents = try? file.contents(limit: largestFile)
    else { return nil }
    return BaseCopy.read(contents, digest: digest)
  }

  private static func names(in folder: RelativePath?, _ root: Int32) -> [String] {
    var walker = FolderWalker(root: root, calls: SystemCalls())
    guard let number = try? walker.open(folder), let names = try? entryNames(in: number) else { return [] }
    return names
  }
}

extension TargetFolder {
  /// The manifest of the folder at a path, as far as it can be had without waiting for anybody; what was written
  /// before needs not be checked again.
  package static func manifest(in path: String) -> ReadManifest? {
    guard let target = try? open(path, for: .reading), let file = try? target.manifestFile() else {
      return nil
    }
    var bag = DiagnosticBag()
    return Manifest.read(file, into: &bag).map { ReadManifest(manifest: $0, contents: file.contents) }
  }

  /// Whether another run writes to the folder at a path right now.
  package static func isBeingWritten(_ path: String) -> Bool {
    guard let root = try? openRoot(path),
      let state = try? root.open(Manifest.folderName, flags: O_RDONLY | O_DIRECTORY)
    else { return false }
    return TargetLock.isHeld(lockName, in: state.number)
  }

  /// Waits until no other run writes to the folder at a path, as long as patience lasts.
  package static func waitForRun(at path: String, _ patience: TargetAccess.Patience) throws(TargetFailure) {
    for poll in 0..<(patience.seconds * TargetLock.pollsPerSecond) {
      guard isBeingWritten(path) else { return }
      if poll == 0 { patience.onWait(nil) }
      TargetLock.pause()
    }
    throw .locked(path: path, holder: nil)
  }

  /// Where a folder really is that a user gave, which need not exist.
  package static func place(of path: String) -> String {
    var outer = FolderPath.absolute(path)
    var inner: [Substring] = []
    while outer != "/" {
      if let real = realpath(outer, nil) {
        defer { free(real) }
        return inner.reduce(String(cString: real)) { FolderPath.join($0, String($1)) }
      }
      let folder = FolderPath.folder(of: outer)
      inner.insert(outer.dropFirst(folder.count).drop { $0 == "/" }, at: 0)
      outer = folder
    }
    return "/" + inner.joined(separator: "/")
  }

  /// Where the target really is; `nil` where its path is no link.
  package var linkedPath: String? {
    var status = stat()
    let name = path.hasSuffix("/") ? String(path.dropLast()) : path
    guard lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let real = realpath(name, nil) else {
      return nil
    }
    defer { free(real) }
    return String(cString: real)
  }
}
