import Diagnostics

extension ReviewRule {
  static let decisionProfileMoved = ReviewRule(
    "decision/profile-moved", "A profile lies elsewhere", .note,
    because: "The design is the same; links to the old path lead nowhere.",
    design: { pair in
      guard let base = pair.base, let revision = pair.revision, base.path != revision.path else { return [] }
      return [
        pair.observation(
          subject: "path", message: "the profile was moved",
          before: base.path, after: revision.path)
      ]
    })
}
