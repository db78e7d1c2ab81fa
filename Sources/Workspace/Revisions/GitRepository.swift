/// A git repository, read and never changed: nothing is checked out, fetched or run.
package struct GitRepository: Sendable, Hashable {
  /// The top of the work tree, or where a repository without one lies.
  package let root: String
  package let hasWorkTree: Bool

  /// The repository that a folder belongs to.
  package static func find(from folder: String = ".") throws(GitFailure) -> GitRepository {
    let top = try GitCall(folder: folder, arguments: ["rev-parse", "--show-toplevel"]).ask()
    if top.status == 0, !top.line.isEmpty { return GitRepository(root: top.line, hasWorkTree: true) }
    let bare = GitCall(folder: folder, arguments: ["rev-parse", "--absolute-git-dir"])
    let answer = try bare.ask()
    guard answer.status == 0 else {
      // Any other reason, such as a foreign owner, is told in the words of git.
      guard answer.errors.contains("not a git repository") else { throw bare.failure(answer) }
      throw .notARepository(path: folder)
    }
    return GitRepository(root: answer.line, hasWorkTree: false)
  }

  /// Whether the program runs in it: a hook may name another file for the index of that one, and of no other.
  var isHere: Bool { self == Self.here }

  private static let here = try? find()

  func call(_ arguments: String..., keepsIndex: Bool = false) -> GitCall {
    GitCall(folder: root, arguments: arguments, keepsIndex: keepsIndex)
  }

  /// The id of the commit that a name stands for.
  package func commit(_ name: String) throws(GitFailure) -> String {
    guard let id = try commitIfKnown(name) else { throw .unknownRevision(name, isShallow: try isShallow()) }
    return id
  }

  /// The id of the commit that a name stands for, if it stands for one.
  package func commitIfKnown(_ name: String) throws(GitFailure) -> String? {
    // git would take a leading dash for an option.
    guard !name.isEmpty, !name.hasPrefix("-"),
      name.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { throw .refusedRevision(name) }
    let answer = try call("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}").ask()
    let id = answer.line.split(separator: "\n").last.map(String.init) ?? ""
    return answer.status == 0 && Self.isObjectID(id) ? id : nil
  }

  /// The branch that this one follows, or else the default branch of `origin`.
  package func upstream() throws(GitFailure) -> String {
    for name in ["@{upstream}", "origin/HEAD"] where try commitIfKnown(name) != nil { return name }
    throw .noUpstream
  }

  /// The best common ancestor of two commits.
  package func mergeBase(_ one: String, _ other: String) throws(GitFailure) -> String {
    let answer = try call("merge-base", try commit(one), try commit(other)).ask()
    guard answer.status == 0, Self.isObjectID(answer.line) else {
      throw .noCommonAncestor(one, other, isShallow: try isShallow())
    }
    return answer.line
  }

  /// Whether one commit is another's ancestor, and not that commit itself.
  package func isAncestor(_ one: String, of other: String) throws(GitFailure) -> Bool {
    guard one != other else { return false }
    return try call("merge-base", "--is-ancestor", one, other).ask().status == 0
  }

  private func isShallow() throws(GitFailure) -> Bool {
    try call("rev-parse", "--is-shallow-repository").ask().line == "true"
  }

  static func isObjectID(_ text: String) -> Bool {
    (text.utf8.count == 40 || text.utf8.count == 64) && text.allSatisfy { $0.isASCII && $0.isHexDigit }
  }
}
