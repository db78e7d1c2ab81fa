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
    /// A generated file that was removed by hand stays removed.
    case deletedByHand
    case seeded
    case sealed
    case kept
    /// No longer generated, but edited by hand.
    case editedOrphan

    /// A file that Bascule did not write.
    case foreignFile
    /// Edited by hand since Bascule wrote it, and it would be written differently now.
    case editedAndOutOfDate
    /// A file of Bascule's own that was edited by hand.
    case managedButEdited
    /// A folder where the file should go.
    case folderInTheWay
    /// A file, or anything else that is no folder, where a folder is needed.
    case notAFolder(RelativePath)
    /// A symbolic link at the path or on the way to it; links are never followed.
    case symbolicLink(RelativePath)
    /// A device, a pipe or a socket at the path.
    case specialFile
    /// A path that is the same one on a system which does not tell letters apart by case.
    case differsInCase(RelativePath)
    /// Two files are generated for one path.
    case generatedTwice
    /// The path lies in the folder in which Bascule keeps its state.
    case reservedForState

    /// The reason as a clause for people, to stand behind the path.
    package var text: String {
      switch self {
      case .new: "is new"
      case .outOfDate: "is out of date"
      case .upToDate: "is up to date"
      case .adopted: "was not written by Bascule but holds what it would write"
      case .noLongerGenerated: "is no longer generated"
      case .editedByHand: "was edited by hand and has nothing new"
      case .deletedByHand: "was deleted by hand and stays deleted"
      case .seeded: "was written once and is the team's"
      case .sealed: "is an accepted record"
      case .kept: "is kept by the team"
      case .editedOrphan: "is no longer generated but was edited by hand"
      case .foreignFile: "exists and was not written by Bascule"
      case .editedAndOutOfDate: "was edited by hand and would be written differently now"
      case .managedButEdited: "is Bascule's own but was edited by hand"
      case .folderInTheWay: "is a folder, where a file is to be written"
      case .notAFolder(let path): "needs the folder '\(path)', which is no folder"
      case .symbolicLink(let path): "leads through the symbolic link '\(path)', which is not followed"
      case .specialFile: "is a device, a pipe or a socket"
      case .differsInCase(let path): "differs from '\(path)' only in case"
      case .generatedTwice: "is generated twice"
      case .reservedForState: "lies in the folder that Bascule keeps for itself"
      }
    }
  }
}
