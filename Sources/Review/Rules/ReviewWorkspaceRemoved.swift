import Diagnostics

extension ReviewRule {
  static let reviewWorkspaceRemoved = ReviewRule(
    "review/workspace-removed", "The workspace file was removed", .warning,
    because: "What all profiles shared is unknown now: org, naming, overlays and the policy of this review.",
    whole: { input in
      guard let path = input.base.workspace, input.revision.workspace == nil,
        !input.revision.unreadable.contains(where: { $0.role == .workspace })
      else { return [] }
      return [
        Observation(
          subject: path, message: "the workspace file '\(path)' was removed", base: FilePlace.start(of: path),
          revision: nil)
      ]
    })
}
