import Diagnostics

extension ReviewRule {
  static let orgPermissionWidened = ReviewRule(
    "org/permission-widened", "More is permitted", .warning,
    because: "Whoever holds the permission set can do more from the deployment on.",
    design: { pair in
      guard pair.base != nil else { return [] }
      return pair.permissionChanges.filter { !$0.granted.isEmpty }.map { change in
        pair.observation(
          subject: change.path, message: "\(change.name) permits more than before",
          reasons: change.granted.map { "+ \($0)" })
      }
    })
}
