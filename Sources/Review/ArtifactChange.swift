/// What a change does to the files that are generated for a design.
struct ArtifactChange: Sendable {
  /// By path.
  let added: [ReviewedArtifact]
  let removed: [ReviewedArtifact]
  /// As they are on the revision's side, with what they were.
  let changed: [(before: ReviewedArtifact, after: ReviewedArtifact)]
  /// Whether both sides could be generated, as far as the design is on them.
  let isKnown: Bool

  init(from base: ReviewedDesign?, to revision: ReviewedDesign?) {
    guard base.map({ $0.artifacts != nil }) ?? true, revision.map({ $0.artifacts != nil }) ?? true else {
      (added, removed, changed, isKnown) = ([], [], [], false)
      return
    }
    let old = Self.byPath(base?.artifacts ?? [])
    let new = Self.byPath(revision?.artifacts ?? [])
    added = new.values.filter { old[$0.path] == nil }.sorted { $0.path < $1.path }
    removed = old.values.filter { new[$0.path] == nil }.sorted { $0.path < $1.path }
    changed = new.values.compactMap { after in
      guard let before = old[after.path], before.contents != after.contents else { return nil }
      return (before, after)
    }.sorted { $0.after.path < $1.after.path }
    isKnown = true
  }

  private static func byPath(_ artifacts: [ReviewedArtifact]) -> [String: ReviewedArtifact] {
    Dictionary(artifacts.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }

  /// How many files of each kind are added, changed and removed; by kind.
  var byKind: [(kind: String, added: Int, changed: Int, removed: Int)] {
    let kinds = Set((added + removed + changed.map(\.after)).map(\.kind)).sorted()
    return kinds.map { kind in
      (
        kind, added.count { $0.kind == kind }, changed.count { $0.after.kind == kind },
        removed.count { $0.kind == kind }
      )
    }
  }
}
