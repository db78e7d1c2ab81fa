import Diagnostics
import Generation

/// Why a revision of a repository could not be read.
package enum GitFailure: Error, Sendable, Hashable {
  /// There is no `git` to ask.
  case notInstalled(SystemError)
  case notARepository(path: String)
  /// The repository has no work tree, where one was to be read.
  case noWorkTree(path: String)
  /// A name that git could take for something else than a revision.
  case refusedRevision(String)
  case unknownRevision(String, isShallow: Bool)
  /// No upstream is set, so that there is nothing to compare with by default.
  case noUpstream
  case noCommonAncestor(String, String, isShallow: Bool)
  /// More than this program is willing to hold.
  case tooMuch(what: String, limit: Int)
  /// The index holds several versions of a file.
  case unresolvedMerge(path: String)
  /// What git said last before it gave up.
  case failed(command: String, message: String)
}

extension GitFailure: CustomStringConvertible {
  /// One line that stands alone.
  package var description: String {
    switch self {
    case .notInstalled(let error): "git cannot be started: \(error)"
    case .notARepository(let path): "\(quoted(path)) is in no git repository"
    case .noWorkTree(let path): "the repository at \(quoted(path)) has no work tree; name two revisions"
    case .refusedRevision(let name): "\(quoted(name)) is no name of a revision"
    case .unknownRevision(let name, let isShallow):
      "there is no revision \(quoted(name)) in this repository" + Self.hint(isShallow)
    case .noUpstream: "the branch has no upstream to compare with; name the revision that it is based on"
    case .noCommonAncestor(let one, let other, let isShallow):
      "\(quoted(one)) and \(quoted(other)) have no common ancestor in this repository" + Self.hint(isShallow)
    case .tooMuch(let what, let limit): "\(what) come to more than \(byteCount(limit))"
    case .unresolvedMerge(let path): "it holds several versions of \(quoted(path)); finish the merge"
    case .failed(let command, let message): "git \(command) failed: \(message)"
    }
  }

  private static func hint(_ isShallow: Bool) -> String {
    isShallow
      ? "; the clone is shallow: fetch more of its history (fetch-depth: 0, git fetch --unshallow)" : ""
  }
}
