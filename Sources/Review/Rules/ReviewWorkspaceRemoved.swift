import Diagnostics

extension ReviewRule {
  static let reviewWorkspaceRemoved = ReviewRule(
    "review/workspace-removed", "The workspace file was removed", .warning,
    because: "What all profiles shared is unknown now: org, naming, overlays and the policy of this review.",
    whole: { input in
      let left = Set(
        input.revision.workspaces.map(\.path)
          + input.revision.unreadable.filter { $0.role == .workspace }.map(\.path))
      return input.base.workspaces.filter { !left.contains($0.path) }.map { workspace in
        Observation(
          subject: workspace.path, message: "the workspace file '\(workspace.path)' was removed",
          base: FilePlace.start(of: workspace.path), revision: nil)
      }
    })
}
