extension WritePlan {
  /// Why an action is what it is.
  package enum Reason: Sendable, Hashable {
    case new
    case outOfDate
    case upToDate
    /// The file was not written by Bascule but holds exactly what it would write.
    case adopted
    case noLongerGenerated
    /// Edited by hand, while nothing new is generated for it.
    case editedByHand
    /// Only the layout differs from what is generated.
    case reformatted
    /// Edited by hand, and what is new was brought in.
    case editedAndMerged
    /// Edited by hand, and written with markers where that contradicts what is new.
    case markersWritten
    /// A generated file that was removed by hand stays removed.
    case deletedByHand
    /// A generated file that lies in the work tree and is not staged, where what is staged is the target.
    case notStaged
    case seeded
    case sealed
    case kept
    /// The team's, while something else is generated now.
    case keptAndOutOfDate
    /// Not there, because the team wants it so.
    case keptOut
    /// The team's, under the name that the file had before.
    case keptAs(RelativePath)
    /// A person asked for the edits to be accepted.
    case editsAdopted
    /// A person asked for the file to be as it is generated.
    case restored
    /// Renamed by the templates.
    case renamed(from: RelativePath)
    /// A new record in place of an earlier one.
    case supersedes(RelativePath)
    /// A record whose decision was made anew.
    case superseded(by: RelativePath)
    /// Tells the organisation what to remove from it.
    case namesRemovals
    /// No longer generated, but edited by hand.
    case editedOrphan
    /// No longer generated, and written once for the team.
    case seededOrphan
    /// No longer generated, but part of a component of which another file stays.
    case belongsTo(RelativePath)

    /// A file that Bascule did not write.
    case foreignFile
    /// Edited by hand since Bascule wrote it, and it cannot be merged because it is too large.
    case tooLargeToMerge
    /// The edits and what is new contradict each other.
    case overlappingEdits
    /// Edited by hand into something that has no lines to merge.
    case noText
    /// The marks of an earlier merge are still there.
    case unresolvedMarkers
    /// What was written last is not to be had.
    case missingBase
    /// Lines have to be merged, and what merges them cannot be had.
    case mergeUnavailable(String)
    /// A file of Bascule's own that was edited by hand.
    case managedButEdited
    /// A person asked for a record to be written again.
    case sealedForever
    /// A folder where the file should go.
    case folderInTheWay
    /// A file, or anything else that is no folder, where a folder is needed.
    case notAFolder(RelativePath)
    /// A symbolic link at the path; links are never followed.
    case symbolicLink
    /// A symbolic link on the way to the path.
    case symbolicLinkOnTheWay(RelativePath)
    /// A device, a pipe or a socket at the path.
    case specialFile
    /// A path that is the same one on a system which does not tell letters apart by case.
    case differsInCase(RelativePath)
    /// A folder on the way to the path, and another that is the same one on such a system.
    case folderDiffersInCase(RelativePath, from: RelativePath)
    /// Two files are generated for one path.
    case generatedTwice
    /// The path lies in the folder in which Bascule keeps its state.
    case reservedForState
    /// The file that names removals is no list of metadata.
    case notAMetadataList

    /// The reason as a clause for people, to stand behind the path.
    package var text: String {
      switch self {
      case .new: "is new"
      case .outOfDate: "is out of date"
      case .upToDate: "is up to date"
      case .adopted: "was not written by Bascule but holds what it would write"
      case .noLongerGenerated: "is no longer generated"
      case .editedByHand: "was edited by hand and has nothing new"
      case .reformatted: "differs in its layout only"
      case .editedAndMerged: "was edited by hand, and what is new was merged in"
      case .markersWritten: "was edited by hand where it changes; resolve the conflict markers"
      case .deletedByHand: "was deleted by hand and stays deleted"
      case .notStaged: "is not staged"
      case .seeded: "was written once and is the team's"
      case .sealed: "is a record, which stays as it is"
      case .kept: "is kept by the team"
      case .keptAndOutOfDate: "is kept by the team; what is generated has changed since"
      case .keptOut: "is not there, and the team keeps it so"
      case .keptAs(let path): "is kept by the team as '\(path)'"
      case .editsAdopted: "was edited by hand, and the edits are adopted"
      case .restored: "is restored"
      case .renamed(let path): "was '\(path)' before"
      case .supersedes(let path): "supersedes '\(path)'"
      case .superseded(let path): "is superseded by '\(path)'"
      case .namesRemovals: "names what is to be removed from the organisation"
      case .editedOrphan: "is no longer generated but was edited by hand"
      case .seededOrphan: "is no longer generated, was written once and is the team's"
      case .belongsTo(let path): "is no longer generated but belongs to '\(path)', which stays"
      case .foreignFile: "exists and was not written by Bascule"
      case .tooLargeToMerge: "was edited by hand and is too large to be merged"
      case .overlappingEdits: "was edited by hand where it would be written differently now"
      case .noText: "was edited by hand, would be written differently now, and is no text in UTF-8 any more"
      case .unresolvedMarkers: "holds the marks of a merge that nobody resolved"
      case .missingBase:
        "was edited by hand and would be written differently now, and what was written last is not there any more"
      case .mergeUnavailable(let reason): "was edited by hand and has to be merged, and \(reason)"
      case .managedButEdited: "is Bascule's own but was edited by hand"
      case .sealedForever: "is a record, which is never written again"
      case .folderInTheWay: "is a folder, where a file is to be written"
      case .notAFolder(let path): "needs the folder '\(path)', which is no folder"
      case .symbolicLink: "is a symbolic link, which is not followed"
      case .symbolicLinkOnTheWay(let path): "leads through the symbolic link '\(path)', which is not followed"
      case .specialFile: "is a device, a pipe or a socket"
      case .differsInCase(let path): "differs from '\(path)' only in case"
      case .folderDiffersInCase(let folder, let other):
        "needs the folder '\(folder)', which differs from '\(other)' only in case"
      case .generatedTwice: "is generated twice"
      case .reservedForState: "lies in the folder that Bascule keeps for itself"
      case .notAMetadataList: "should name what is to be removed, and is no list of metadata"
      }
    }

    /// The reason as a word for machines.
    package var name: String {
      switch self {
      case .new: "new"
      case .outOfDate: "out-of-date"
      case .upToDate: "up-to-date"
      case .adopted: "equal"
      case .noLongerGenerated: "no-longer-generated"
      case .editedByHand: "edited"
      case .reformatted: "reformatted"
      case .editedAndMerged: "edited-and-merged"
      case .markersWritten: "markers-written"
      case .deletedByHand: "deleted-by-hand"
      case .notStaged: "not-staged"
      case .seeded: "seeded"
      case .sealed: "sealed"
      case .kept: "kept"
      case .keptAndOutOfDate: "kept-and-out-of-date"
      case .keptOut: "kept-out"
      case .keptAs: "kept-elsewhere"
      case .editsAdopted: "edits-adopted"
      case .restored: "restored"
      case .renamed: "renamed"
      case .supersedes: "supersedes"
      case .superseded: "superseded"
      case .namesRemovals: "names-removals"
      case .editedOrphan: "edited-orphan"
      case .seededOrphan: "seeded-orphan"
      case .belongsTo: "belongs-to-kept"
      case .foreignFile: "foreign-file"
      case .tooLargeToMerge: "too-large-to-merge"
      case .overlappingEdits: "overlapping-edits"
      case .noText: "no-text"
      case .unresolvedMarkers: "unresolved-markers"
      case .missingBase: "missing-base"
      case .mergeUnavailable: "merge-unavailable"
      case .managedButEdited: "managed-but-edited"
      case .sealedForever: "sealed-forever"
      case .folderInTheWay: "folder-in-the-way"
      case .notAFolder: "not-a-folder"
      case .symbolicLink, .symbolicLinkOnTheWay: "symbolic-link"
      case .specialFile: "special-file"
      case .differsInCase, .folderDiffersInCase: "differs-in-case"
      case .generatedTwice: "generated-twice"
      case .reservedForState: "reserved"
      case .notAMetadataList: "not-a-metadata-list"
      }
    }
  }
}
