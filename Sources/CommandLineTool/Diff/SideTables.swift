import DecisionEngine

/// The catalogs that one side decides with, in the evaluator's form.
struct SideTables {
  /// For profiles whose workspace has no overlays.
  let plain: DecisionTable
  /// With the overlays of a workspace, by its folder.
  let overlaid: [String: DecisionTable]

  /// What the profiles of the workspace in a folder are decided with.
  func table(of folder: String?) -> DecisionTable { folder.flatMap { overlaid[$0] } ?? plain }
}
