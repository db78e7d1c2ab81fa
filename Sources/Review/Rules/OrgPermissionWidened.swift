import Diagnostics
import Requirements

extension ReviewRule {
  static let orgPermissionWidened = ReviewRule(
    "org/permission-widened", "More is permitted", .warning,
    because: "Whoever holds the permission set can do more from the deployment on.",
    design: { pair in
      guard pair.base != nil else { return [] }
      return pair.permissionChanges.filter { !$0.granted.isEmpty }.map { change in
        Observation(
          subject: change.path, message: "\(change.name) permits more than before",
          reasons: change.granted.map { "+ \($0)" }, base: pair.base?.profile.idPlace,
          revision: pair.revision?.profile.idPlace)
      }
    })
}
