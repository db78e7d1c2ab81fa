/// What a person has decided about a target, and about files of it by their paths.
package struct PlanChoices: Sendable, Hashable {
  /// Edited files whose edits are accepted as they are; later changes are merged into them.
  package var adopted: Set<RelativePath>
  /// Files that the team takes for its own; they are never touched again.
  package var kept: Set<RelativePath>
  /// Files that are written as they are generated, whatever was done to them.
  package var restored: Set<RelativePath>
  /// The id that the profile had when the target was written.
  package var formerProfile: String?
  /// Whether a file whose edits contradict what is generated is written with markers.
  package var writesMarkers: Bool

  package init(
    adopted: Set<RelativePath> = [], kept: Set<RelativePath> = [], restored: Set<RelativePath> = [],
    formerProfile: String? = nil, writesMarkers: Bool = false
  ) {
    self.adopted = adopted
    self.kept = kept
    self.restored = restored
    self.formerProfile = formerProfile
    self.writesMarkers = writesMarkers
  }

  /// The same, where a file that the templates have renamed may be named as it was before.
  func following(_ renames: Renames) -> PlanChoices {
    if paths.isEmpty || renames.former.isEmpty { return self }
    var choices = self
    for (path, entry) in renames.former {
      for list in [\PlanChoices.adopted, \.kept, \.restored] where self[keyPath: list].contains(entry.path) {
        choices[keyPath: list].insert(path)
      }
    }
    return choices
  }

  /// Every path that something was decided about.
  package var paths: Set<RelativePath> { adopted.union(kept).union(restored) }
}
