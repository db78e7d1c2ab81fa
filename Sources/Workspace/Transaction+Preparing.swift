import Generation
import Glibc
import Hashing

/// A plan as steps, with the contents that have to be staged for them.
struct PreparedPlan {
  struct StagedFile {
    let number: Int
    let contents: [UInt8]
    let permissions: UInt32
  }

  var folders: Set<RelativePath> = []
  var writes: [Journal.Step] = []
  var deletions: [Journal.Step] = []
  var emptiedFolders: Set<RelativePath> = []
  var files: [StagedFile] = []
  private var lastNumber = 0

  /// Outer folders first, the manifest after everything that it speaks of, emptied folders last.
  var steps: [Journal.Step] {
    folders.sorted().map(Journal.Step.makeFolder) + deletions + writes
      + emptiedFolders.sorted(by: >).map(Journal.Step.removeFolder)
  }

  mutating func add(_ contents: [UInt8], permissions: UInt32 = 0o644) -> Int {
    lastNumber += 1
    files.append(StagedFile(number: lastNumber, contents: contents, permissions: permissions))
    return lastNumber
  }

  mutating func addNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }
}

extension Transaction {
  /// Checks everything that can be checked before anything is written: that the disk is what the plan
  /// was made for, and that this process may change it.
  mutating func prepare(_ plan: WritePlan) throws(TargetFailure) -> PreparedPlan {
    var prepared = PreparedPlan()
    for action in plan.actions {
      switch action.verb {
      case .keep, .unchanged, .conflict: break
      case .create(let file): try prepare(file, replacing: nil, after: nil, &prepared)
      case .update(let file, let old), .merge(let file, let old):
        try prepare(file, replacing: old, after: file.path, &prepared)
      case .move(let file, let former, let old):
        try prepareDeletion(of: former, old, &prepared)
        try prepare(file, replacing: nil, after: former, &prepared)
      case .delete(let old): try prepareDeletion(of: action.path, old, &prepared)
      }
    }
    try prepareBases(plan, &prepared)
    if plan.changesManifest { try prepareManifest(plan.manifest, &prepared) }
    return prepared
  }

  private mutating func prepare(
    _ file: GeneratedFile, replacing old: Digest?, after former: RelativePath?,
    _ prepared: inout PreparedPlan
  ) throws(TargetFailure) {
    try prepareFolders(of: file.path, &prepared)
    if try !isSame(file.path, as: former) {
      try require(file.path, toBe: old.map(FoundFile.file) ?? .nothing)
    }
    let permissions = try permissions(of: file, after: former)
    let number = prepared.add(file.contents, permissions: permissions)
    prepared.writes.append(
      .write(file.path, staged: number, contents: file.digest, replacing: old))
  }

  /// Those that the team gave the file that is replaced, as far as its owner, its group and others may read and write
  /// it; everybody who may read a script may run it.
  private mutating func permissions(
    of file: GeneratedFile, after former: RelativePath?
  ) throws(TargetFailure) -> UInt32 {
    var permissions: UInt32 = 0o644
    if let former {
      do throws(SystemError) {
        let status = try FileStatus(of: former.name, in: walker.open(former.parent))
        permissions = status.map { $0.permissions & 0o666 } ?? permissions
      } catch {
        throw TargetFailure(error, at: shown(former))
      }
    }
    return file.isExecutable ? permissions | (permissions & 0o444) >> 2 : permissions
  }

  private mutating func prepareDeletion(
    of path: RelativePath, _ old: Digest, _ prepared: inout PreparedPlan
  ) throws(TargetFailure) {
    try prepareFolders(of: path, &prepared)
    try require(path, toBe: .file(old))
    prepared.deletions.append(.delete(path, staged: prepared.addNumber(), contents: old))
    prepared.emptiedFolders.formUnion(path.ancestors)
  }

  /// A copy that was damaged is replaced, or removed, like any other.
  private mutating func prepareBases(
    _ plan: WritePlan, _ prepared: inout PreparedPlan
  ) throws(TargetFailure) {
    for (digest, contents) in plan.newBases.sorted(by: { $0.key < $1.key }) {
      let path = Manifest.basePath(of: digest)
      try prepareFolders(of: path, &prepared)
      let number = prepared.add(contents)
      prepared.writes.append(
        .write(path, staged: number, contents: digest, replacing: try foundDigest(path)))
    }
    for digest in plan.staleBases.sorted() {
      let path = Manifest.basePath(of: digest)
      guard let found = try foundDigest(path) else { continue }
      prepared.deletions.append(.delete(path, staged: prepared.addNumber(), contents: found))
      prepared.emptiedFolders.insert(Manifest.baseFolder)
    }
  }

  private mutating func foundDigest(_ path: RelativePath) throws(TargetFailure) -> Digest? {
    let found: FoundFile
    do throws(SystemError) { found = try find(path) } catch { throw TargetFailure(error, at: shown(path)) }
    switch found {
    case .nothing: return nil
    case .file(let digest): return digest
    case .other: throw .notAFile(path: shown(path))
    }
  }

  private mutating func prepareManifest(
    _ manifest: Manifest, _ prepared: inout PreparedPlan
  ) throws(TargetFailure) {
    let contents = manifest.rendered()
    let name = Manifest.path.name
    let folder = state
    let old: Digest?
    switch try at(Manifest.path, { () throws(SystemError) in try FoundFile(name, in: folder) }) {
    case .nothing: old = nil
    case .file(let digest): old = digest
    case .other: throw .notAFile(path: shown(Manifest.path))
    }
    // The same bytes under another manifest: only its order or spacing was edited.
    guard old != Digest(of: contents) else { return }
    let number = prepared.add(contents)
    prepared.writes.append(
      .write(Manifest.path, staged: number, contents: Digest(of: contents), replacing: old))
  }

  /// Finds the folders that have to be made, and requires that the innermost one there is can be
  /// written to and lies on the disk of the target.
  private mutating func prepareFolders(
    of path: RelativePath, _ prepared: inout PreparedPlan
  ) throws(TargetFailure) {
    var folder = path.parent
    while true {
      do throws(SystemError) {
        try requireWritable(try walker.open(folder))
        return
      } catch {
        guard error.code == ENOENT, let missing = folder else {
          throw TargetFailure(error, at: shown(folder))
        }
        prepared.folders.insert(missing)
        folder = missing.parent
      }
    }
  }

  /// Whether a file is found under its new name before it is moved there, as it is where letters are not told apart by
  /// case.
  private mutating func isSame(_ path: RelativePath, as former: RelativePath?) throws(TargetFailure) -> Bool {
    guard let former, former != path, former.collisionKey == path.collisionKey else { return false }
    do throws(SystemError) {
      let folder = try walker.open(path.parent)
      guard let found = try FileStatus(of: path.name, in: folder) else { return false }
      return try FileStatus(of: former.name, in: folder)?.isSame(as: found) == true
    } catch {
      if error.code == ENOENT { return false }
      throw TargetFailure(error, at: shown(path))
    }
  }

  private func requireWritable(_ folder: Int32) throws(SystemError) {
    guard faccessat(folder, ".", W_OK | X_OK, AT_EACCESS) == 0 else { throw SystemError.last }
    guard try FileStatus(of: folder).device == FileStatus(of: state).device else { throw SystemError(EXDEV) }
  }

  private mutating func require(_ path: RelativePath, toBe expected: FoundFile) throws(TargetFailure) {
    let found: FoundFile
    do throws(SystemError) { found = try find(path) } catch { throw TargetFailure(error, at: shown(path)) }
    guard found == expected else { throw .changedSincePlanned(path: shown(path)) }
    guard expected != .nothing else { return }
    do throws(SystemError) {
      guard faccessat(try walker.open(path.parent), path.name, W_OK, AT_EACCESS) == 0 else {
        throw SystemError.last
      }
    } catch {
      throw TargetFailure(error, at: shown(path))
    }
  }

  private func at<Value>(
    _ path: RelativePath, _ call: () throws(SystemError) -> Value
  ) throws(TargetFailure) -> Value {
    try changing(shown(path), call)
  }
}
