import DesignModel
import Diagnostics
import Generation
import Workspace

/// Designs below the folder of a workspace's designs that are those of no profile any more.
struct AbandonedDesigns {
  /// The folders of the designs that are generated from all profiles.
  let folders: Set<String>

  func report(_ workspaces: [LoadedWorkspace], into bag: inout DiagnosticBag) {
    for workspace in workspaces {
      guard let designs = workspace.outline?.designs else { continue }
      for design in TargetFolder.designs(below: workspace.resolve(designs), besides: folders) {
        bag.add(
          Diagnostic(
            .abandonedDesign,
            "\(quoted(design.folder)) holds the design of '\(design.profile)', which is no profile here",
            severity: .warning, at: designs.location,
            fixes: [
              .init(
                "where the profile has another id now, rename the folder to that, and generate with --renamed-from \(design.profile)"
              ),
              .init("where the profile is gone, delete the folder"),
            ]))
      }
    }
  }
}

extension DiagnosticID {
  static let abandonedDesign: DiagnosticID = "generation/abandoned-design"
}
