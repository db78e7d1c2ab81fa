import CatalogModel
import DecisionEngine
import DesignModel
import Requirements

/// A design on both sides of a review, or on one.
package struct DesignPair: Sendable {
  package let base: ReviewedDesign?
  package let revision: ReviewedDesign?
  let contractChanges: [ContractChange]
  /// `nil` where the design is on one side only.
  let decisionChange: DecisionChange?
  let artifactChange: ArtifactChange
  /// The folder that it was generated into; `nil` where nobody did.
  let folder: ReviewedFolder?

  init(base: ReviewedDesign?, revision: ReviewedDesign?, _ input: ReviewInput) {
    self.base = base
    self.revision = revision
    folder = Self.folder(of: base, revision, among: input.folders)
    artifactChange = ArtifactChange(from: base, to: revision)
    guard let base, let revision else {
      contractChanges = []
      decisionChange = nil
      return
    }
    contractChanges = ContractComparison(base, revision).changes
    decisionChange = DecisionChange(base, revision)
  }

  /// The id that the design has now, or had.
  package var id: String { revision?.id ?? base?.id ?? "" }
  package var path: String { revision?.path ?? base?.path ?? "" }

  /// The one whose manifest or name says so, or else, of those whose manifests name no profile, the one that holds most
  /// of what is generated, if that is half of it at least.
  private static func folder(
    of base: ReviewedDesign?, _ revision: ReviewedDesign?, among folders: [ReviewedFolder]
  ) -> ReviewedFolder? {
    guard let design = revision ?? base else { return nil }
    let ids = Set([design.id, base?.id].compactMap { $0 })
    let named = folders.filter { folder in
      folder.profile.map(ids.contains)
        ?? ids.contains { folder.path == $0 || folder.path.hasSuffix("/" + $0) }
    }
    if let own = named.first(where: { $0.path.hasPrefix(design.workspace) }) ?? named.first { return own }
    let paths = Set((design.artifacts ?? []).map(\.path)).union((base?.artifacts ?? []).map(\.path))
    let rated = folders.filter { $0.profile == nil }.map { folder in
      (folder, folder.files.count { paths.contains($0.path) })
    }
    guard let best = rated.max(by: { ($0.1, $1.0.path) < ($1.1, $0.0.path) }), best.1 > 0 else {
      return nil
    }
    return best.1 * 2 >= best.0.files.count ? best.0 : nil
  }
}

extension DesignPair {
  /// The designs of both sides that belong together: by id in one workspace, then in any; where an id is new, by the
  /// path of the profile; and where both are new, by what the profile says.
  ///
  /// A design whose profile cannot be read on one side is neither new nor gone, and is left out.
  static func pairs(of input: ReviewInput) -> [DesignPair] {
    let (bases, revisions) = (input.base.designs, input.revision.designs)
    var pairs: [DesignPair] = []
    var paired: Set<String> = []
    var (left, new) = (bases, revisions)
    func pair<Name: Hashable>(by name: (ReviewedDesign) -> Name) {
      var named = Dictionary(left.map { (name($0), $0) }, uniquingKeysWith: { first, _ in first })
      new = new.filter { revision in
        guard let base = named.removeValue(forKey: name(revision)) else { return true }
        pairs.append(DesignPair(base: base, revision: revision, input))
        paired.insert(base.path)
        return false
      }
      left = left.filter { !paired.contains($0.path) }
    }
    pair(by: \.key)
    pair(by: \.id)
    pair(by: \.path)
    let renames = ProfileLikeness.matches(
      left.sorted { $0.path < $1.path }, new.sorted { $0.path < $1.path })
    for (base, revision) in renames {
      pairs.append(DesignPair(base: base, revision: revision, input))
    }
    // Those that cannot be read on the other side, and those that were just paired.
    let settledRevisions = input.base.unreadableProfiles.union(renames.map(\.revision.path))
    let settledBases = input.revision.unreadableProfiles.union(renames.map(\.base.path))
    for revision in new where !settledRevisions.contains(revision.path) {
      pairs.append(DesignPair(base: nil, revision: revision, input))
    }
    for base in left where !settledBases.contains(base.path) {
      pairs.append(DesignPair(base: base, revision: nil, input))
    }
    return pairs.sorted { ($0.id, $0.path) < ($1.id, $1.path) }
  }
}
