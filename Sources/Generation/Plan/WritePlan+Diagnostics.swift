package import Diagnostics

extension DiagnosticID {
  /// A file that Bascule did not write is where one would be written.
  package static let planForeignFile: DiagnosticID = "plan/foreign-file"
  /// A file that would be written was edited by hand.
  package static let planEditedByHand: DiagnosticID = "plan/edited-by-hand"
  /// A file that is no longer generated was edited by hand.
  package static let planEditedOrphan: DiagnosticID = "plan/edited-orphan"
  /// Something that is no plain file or folder is where one is needed.
  package static let planBlockedPath: DiagnosticID = "plan/blocked-path"
  /// A symbolic link is on the way to a file that would be written.
  package static let planSymbolicLink: DiagnosticID = "plan/symbolic-link"
  /// Two paths differ only in case.
  package static let planDiffersInCase: DiagnosticID = "plan/differs-in-case"
  /// Two files are generated for one path.
  package static let planGeneratedTwice: DiagnosticID = "plan/generated-twice"
  /// A file is generated into the folder that Bascule keeps for itself.
  package static let planReservedPath: DiagnosticID = "plan/reserved-path"
  /// Edits and what is generated contradict each other.
  package static let planOverlappingEdits: DiagnosticID = "plan/overlapping-edits"
  /// The marks of a merge that nobody resolved.
  package static let planUnresolvedMarkers: DiagnosticID = "plan/unresolved-markers"
  /// Lines have to be merged and cannot be.
  package static let planCannotMerge: DiagnosticID = "plan/cannot-merge"
  /// A record would have to be written again.
  package static let planSealed: DiagnosticID = "plan/sealed"
  /// The file that names removals is no list of metadata.
  package static let planNoMetadataList: DiagnosticID = "plan/no-metadata-list"
  /// Of everything that was generated nothing is there.
  package static let planAllDeleted: DiagnosticID = "plan/all-deleted"
  /// A path that a person decided about is not part of the plan.
  package static let planUnknownPath: DiagnosticID = "plan/unknown-path"
}

extension WritePlan {
  /// Adds what a person has to know or decide: an error for each conflict, a warning for each file that
  /// has to be looked at afterwards. A folder that is in the way of many files is one finding.
  package func report(into bag: inout DiagnosticBag) {
    var folders: Set<Reason> = []
    for action in actions {
      let reason = action.reason
      guard let (id, fixes) = reason.finding(at: action.path) else { continue }
      if reason.isAboutFolder, !folders.insert(reason).inserted { continue }
      let others = reason.isAboutFolder ? actions.count { $0.reason == reason } - 1 : 0
      bag.add(
        Diagnostic(
          id, "'\(action.path)' \(action.because)",
          severity: action.verb == .conflict ? .error : .warning,
          notes: others == 0 ? [] : ["so it is with \(others) more of that folder"],
          fixes: fixes.map { Diagnostic.Fix($0) }))
    }
  }

  /// Reports that nothing will be written because everything was deleted, which a folder may have come to in many ways.
  package func report(emptied folder: String, into bag: inout DiagnosticBag) {
    guard actions.allSatisfy({ $0.reason == .deletedByHand || $0.reason == .keptOut }),
      actions.contains(where: { $0.reason == .deletedByHand })
    else { return }
    let state = quoted("\(folder)/\(Manifest.folderName)")
    bag.add(
      Diagnostic(
        .planAllDeleted,
        "nothing is left of what was generated into \(quoted(folder)), and what was deleted stays deleted",
        severity: .warning, fixes: [Diagnostic.Fix("to have everything written again, remove \(state)")]))
  }

  /// Reports the paths of decisions that are about nothing in this plan.
  package func report(unknown choices: PlanChoices, into bag: inout DiagnosticBag) {
    let known = Set(actions.map(\.path) + actions.compactMap(\.formerPath))
    for path in choices.paths.subtracting(known).sorted() {
      let inFolders = known.filter { $0.description.hasSuffix("/\(path)") }
      let near =
        inFolders.count == 1
        ? inFolders.first?.description
        : nearestSpelling(to: path.description, among: known.map(\.description).sorted())
      let isFolder = known.contains { $0.ancestors.contains(path) }
      let advice = isFolder ? "name the files in it that are meant" : near.map { "did you mean '\($0)'?" }
      bag.add(
        Diagnostic(
          .planUnknownPath, "'\(path)' is \(isFolder ? "a folder, and " : "")no file that is generated here",
          fixes: advice.map { [Diagnostic.Fix($0)] } ?? []))
    }
  }
}

extension WritePlan.Reason {
  /// Whether it is the same for all files of a folder.
  fileprivate var isAboutFolder: Bool {
    switch self {
    case .notAFolder, .symbolicLinkOnTheWay, .folderDiffersInCase: true
    default: false
    }
  }

  fileprivate func finding(at path: RelativePath) -> (id: DiagnosticID, fixes: [String])? {
    let keep = "take it for the team's own with --keep \(path)"
    let adopt = "accept the edits as they are with --adopt \(path)"
    let restore = "give them up with --restore \(path)"
    switch self {
    case .new, .outOfDate, .upToDate, .adopted, .noLongerGenerated, .editedByHand, .deletedByHand, .notStaged,
      .seeded,
      .sealed, .kept, .keptAndOutOfDate, .keptOut, .keptAs, .reformatted, .editedAndMerged, .editsAdopted,
      .restored,
      .renamed, .supersedes, .superseded, .namesRemovals, .seededOrphan, .belongsTo:
      return nil
    case .editedOrphan: return (.planEditedOrphan, ["delete it", keep])
    case .foreignFile:
      return (
        .planForeignFile,
        ["move it away", "merge what is generated later into it with --adopt \(path)", keep]
      )
    case .managedButEdited, .tooLargeToMerge, .missingBase, .noText:
      return (.planEditedByHand, [adopt, restore, keep])
    case .overlappingEdits:
      return (
        .planOverlappingEdits,
        ["write it with markers and resolve them: --conflicts markers", adopt, restore, keep]
      )
    case .markersWritten, .unresolvedMarkers:
      return (
        .planUnresolvedMarkers,
        ["choose between the lines, and remove the markers", "give the edits up with --restore \(path)"]
      )
    case .mergeUnavailable: return (.planCannotMerge, ["install git, which merges lines", adopt, restore])
    case .sealedForever: return (.planSealed, [])
    case .folderInTheWay, .specialFile:
      return (.planBlockedPath, ["move it away, or generate into another folder", keep])
    case .notAFolder: return (.planBlockedPath, ["move it away, or generate into another folder"])
    case .symbolicLink: return (.planSymbolicLink, ["replace the link by what it points to", keep])
    case .symbolicLinkOnTheWay: return (.planSymbolicLink, ["replace the link by what it points to"])
    case .differsInCase, .folderDiffersInCase: return (.planDiffersInCase, ["rename one of the two"])
    case .generatedTwice: return (.planGeneratedTwice, [])
    case .reservedForState: return (.planReservedPath, [])
    case .notAMetadataList: return (.planNoMetadataList, ["move it away"])
    }
  }
}
