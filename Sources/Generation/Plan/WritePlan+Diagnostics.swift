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
}

extension WritePlan {
  /// Adds what a person has to know or decide: an error for each conflict, a warning for each file that
  /// is no longer generated but was edited by hand.
  package func report(into bag: inout DiagnosticBag) {
    for action in actions {
      guard let (id, fix) = action.reason.finding else { continue }
      bag.add(
        Diagnostic(
          id, "'\(action.path)' \(action.reason.text)",
          severity: action.verb == .conflict ? .error : .warning,
          fixes: fix.map { [Diagnostic.Fix($0)] } ?? []))
    }
  }
}

extension WritePlan.Reason {
  fileprivate var finding: (id: DiagnosticID, fix: String?)? {
    switch self {
    case .new, .outOfDate, .upToDate, .adopted, .noLongerGenerated, .editedByHand, .deletedByHand, .seeded,
      .sealed, .kept:
      nil
    case .editedOrphan: (.planEditedOrphan, "delete it, or keep it as a file of your own")
    case .foreignFile: (.planForeignFile, "move it away, or generate into another folder")
    case .editedAndOutOfDate, .managedButEdited:
      (.planEditedByHand, "move the edited file away, generate again, and bring the edit in")
    case .folderInTheWay, .notAFolder, .specialFile:
      (.planBlockedPath, "move it away, or generate into another folder")
    case .symbolicLink: (.planSymbolicLink, "replace the link by what it points to")
    case .differsInCase: (.planDiffersInCase, "rename one of the two")
    case .generatedTwice: (.planGeneratedTwice, nil)
    case .reservedForState: (.planReservedPath, nil)
    }
  }
}
