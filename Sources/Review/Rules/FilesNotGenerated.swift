import Diagnostics

extension ReviewRule {
  static let filesNotGenerated = ReviewRule(
    "files/not-generated", "The design cannot be generated", .warning,
    because: "Nothing is built from it until the profile states what is missing.",
    design: { pair in
      guard let revision = pair.revision, revision.artifacts == nil,
        pair.base.map({ $0.artifacts != nil }) ?? true
      else { return [] }
      return [
        pair.observation(
          subject: "files", message: "nothing can be generated for the design; 'generate' says why")
      ]
    })
}
