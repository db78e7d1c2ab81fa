/// What a change of a design does to the org.
extension DesignPair {
  /// A component with the file that describes it.
  struct Component: Sendable {
    let artifact: ReviewedArtifact
    let metadata: OrgMetadata
  }

  /// A permission set that permits more than before.
  struct PermissionChange: Sendable {
    let path: String
    let name: String
    /// Sorted.
    let granted: [String]
  }

  /// A credential that is defined differently, or there on one side only.
  struct CredentialChange: Sendable {
    let path: String
    let metadata: OrgMetadata
    let words: String
  }

  var addedMetadata: [Component] { Self.components(artifactChange.added) }
  var removedMetadata: [Component] { Self.components(artifactChange.removed) }

  /// What holds data and is removed: objects, and fields of objects that stay.
  var removedData: [Component] {
    let removed = removedMetadata.filter(\.metadata.holdsData)
    let objects = Set(removed.filter { $0.metadata.type == "object" }.map(\.metadata.name))
    return removed.filter { component in component.metadata.object.map { !objects.contains($0) } ?? true }
  }

  private static func components(_ artifacts: [ReviewedArtifact]) -> [Component] {
    artifacts.compactMap { artifact in
      OrgMetadata(path: artifact.path).map { Component(artifact: artifact, metadata: $0) }
    }
  }

  var permissionChanges: [PermissionChange] {
    let added = artifactChange.added.map { (before: ReviewedArtifact?.none, after: $0) }
    let changed = artifactChange.changed.map { (before: Optional($0.before), after: $0.after) }
    return (added + changed).compactMap { before, after in
      guard let metadata = OrgMetadata(path: after.path), metadata.isPermissions else { return nil }
      let permitted = before.map(OrgMetadata.permissions) ?? []
      let granted = OrgMetadata.permissions(in: after).subtracting(permitted).sorted()
      return PermissionChange(path: after.path, name: metadata.words, granted: granted)
    }.sorted { $0.path < $1.path }
  }

  var credentialChanges: [CredentialChange] {
    let changes =
      artifactChange.added.map { ($0, "is new") } + artifactChange.removed.map { ($0, "is gone") }
      + artifactChange.changed.map {
        ($0.after, "is defined differently" + Self.differingMembers($0.before, $0.after))
      }
    return changes.compactMap { artifact, words in
      guard let metadata = OrgMetadata(path: artifact.path), metadata.isCredential else { return nil }
      return CredentialChange(path: artifact.path, metadata: metadata, words: words)
    }.sorted { $0.path < $1.path }
  }

  /// The members of a credential that differ; empty where a side cannot be read, or is no credential.
  private static func differingMembers(_ before: ReviewedArtifact, _ after: ReviewedArtifact) -> String {
    guard OrgMetadata(path: after.path)?.isCredential == true, let old = OrgMetadata.members(in: before),
      let new = OrgMetadata.members(in: after)
    else { return "" }
    let differing = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    let words = differing.map { old[$0] == nil ? "\($0) (new)" : new[$0] == nil ? "\($0) (gone)" : $0 }
    return words.isEmpty ? "" : ": \(words.joined(separator: ", "))"
  }
}
