import Workspace

/// One side of a comparison, and what it is called.
struct ComparedSide {
  let name: String
  let snapshot: Snapshot
}

/// The two sides that a review compares.
struct ComparedSides {
  let base: ComparedSide
  let revision: ComparedSide
  /// `nil` where two folders are compared.
  let repository: GitRepository?
  /// Why the base is newer than the revision, as far as commits tell; `nil` where they do not.
  let reversal: String?
}

/// Finds out what the names on the command line stand for.
struct SideFinder {
  let base: String?
  let revision: String?
  let isStaged: Bool
  let fromMergeBase: Bool

  static let workTree = "the work tree"
  static let index = "the index"
  static let nothing = "nothing"

  func find() throws -> ComparedSides {
    do {
      if let folders = try folders() { return folders }
      return try revisions(of: GitRepository.find())
    } catch let failure as GitFailure {
      throw SideFailure(message: failure.description + hint(failure), status: failure.status)
    } catch let failure as LoadFailure {
      throw SideFailure(message: failure.description, status: failure.status)
    }
  }

  /// What else the names may have been meant for.
  private func hint(_ failure: GitFailure) -> String {
    switch failure {
    case .notARepository where base != nil && revision != nil: "; of two folders both have to be there"
    case .notARepository: "; run this in one, or name two folders"
    case .unknownRevision(let name, isShallow: false) where (try? folder(name)) != nil:
      "; it is a folder, and only folders are compared with folders"
    default: ""
    }
  }

  // MARK: Folders

  /// Two names that are folders, and not two revisions as well.
  private func folders() throws -> ComparedSides? {
    guard let base, let revision, !isStaged, !fromMergeBase else { return nil }
    guard let old = try folder(base), let new = try folder(revision) else { return nil }
    if let repository = try? GitRepository.find(), try repository.commitIfKnown(base) != nil,
      try repository.commitIfKnown(revision) != nil
    {
      return nil
    }
    return ComparedSides(
      base: ComparedSide(name: base, snapshot: old), revision: ComparedSide(name: revision, snapshot: new),
      repository: nil, reversal: try reversal(base, revision))
  }

  /// Two folders may be checked out from one history.
  private func reversal(_ base: String, _ revision: String) throws -> String? {
    guard let old = try? GitRepository.find(from: base), let new = try? GitRepository.find(from: revision),
      old.root != new.root, let start = try old.commitIfKnown("HEAD"), let end = try new.commitIfKnown("HEAD")
    else { return nil }
    // Only the newer one knows both.
    return try old.isAncestor(end, of: start) ? Self.descends(start, end) : nil
  }

  private static func descends(_ base: String, _ revision: String) -> String {
    "\(base.prefix(10)) descends from \(revision.prefix(10))"
  }

  private func folder(_ name: String) throws -> Snapshot? {
    do throws(LoadFailure) { return try Snapshot.folder(name) } catch {
      switch error {
      case .notFound, .notAFolder: return nil
      case .isFolder, .notAPlainFile, .tooLarge, .tooDeep, .unreadable, .notStaged: throw error
      }
    }
  }

  // MARK: Revisions

  private func revisions(of repository: GitRepository) throws -> ComparedSides {
    let (from, to, isFork) = range
    if isStaged, from == nil, try repository.commitIfKnown("HEAD") == nil {
      // What would be the first commit.
      return ComparedSides(
        base: ComparedSide(name: Self.nothing, snapshot: .empty),
        revision: ComparedSide(name: Self.index, snapshot: try repository.snapshotOfIndex()),
        repository: repository, reversal: nil)
    }
    let start = try self.start(from, to, isFork: isFork, repository)
    let base = ComparedSide(name: start.name, snapshot: try repository.snapshot(ofCommit: start.commit))
    let revision: ComparedSide
    let end = try to.map(repository.commit) ?? repository.commitIfKnown("HEAD")
    if let to, let end {
      let isSame = end == start.commit
      revision = ComparedSide(
        name: to, snapshot: isSame ? base.snapshot : try repository.snapshot(ofCommit: end))
    } else if isStaged {
      revision = ComparedSide(name: Self.index, snapshot: try repository.snapshotOfIndex())
    } else {
      revision = ComparedSide(name: Self.workTree, snapshot: try repository.snapshotOfWorkTree())
    }
    let reversal = try end.flatMap { end in
      try repository.isAncestor(end, of: start.commit) ? Self.descends(start.commit, end) : nil
    }
    return ComparedSides(base: base, revision: revision, repository: repository, reversal: reversal)
  }

  /// `A..B` and `A...B` are two names in one, as git knows them.
  private var range: (from: String?, to: String?, isFork: Bool) {
    guard let base, revision == nil, let dots = base.firstRange(of: "..") else {
      return (base, revision, fromMergeBase)
    }
    let rest = base[dots.upperBound...]
    let isFork = rest.hasPrefix(".")
    let end = String(isFork ? rest.dropFirst() : rest)
    return (
      dots.lowerBound == base.startIndex ? "HEAD" : String(base[..<dots.lowerBound]),
      end.isEmpty ? "HEAD" : end,
      isFork || fromMergeBase
    )
  }

  private func start(
    _ from: String?, _ to: String?, isFork: Bool, _ repository: GitRepository
  ) throws -> (name: String, commit: String) {
    let name = try from ?? (isStaged ? "HEAD" : repository.upstream())
    guard isFork || (from == nil && !isStaged) else { return (name, try repository.commit(name)) }
    return ("the merge base with \(name)", try repository.mergeBase(name, to ?? "HEAD"))
  }
}

/// Why the sides are not to be had.
struct SideFailure: Error {
  let message: String
  let status: ExitStatus
}

extension GitFailure {
  /// How a command ends that a revision was not to be had for.
  var status: ExitStatus {
    switch self {
    case .refusedRevision, .noUpstream, .unknownRevision(_, isShallow: false),
      .noCommonAncestor(_, _, isShallow: false):
      .invalidInput
    case .notInstalled, .notARepository, .noWorkTree, .unknownRevision, .noCommonAncestor, .tooMuch,
      .unresolvedMerge, .failed:
      .environment
    }
  }
}
