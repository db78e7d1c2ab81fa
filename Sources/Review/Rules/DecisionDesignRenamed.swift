import Diagnostics

extension ReviewRule {
  static let decisionDesignRenamed = ReviewRule(
    "decision/design-renamed", "A design has another id", .warning,
    because:
      "The names of everything that is generated derive from the id: what was deployed stays under the old name.",
    design: { pair in
      guard let base = pair.base, let revision = pair.revision, base.id != revision.id else { return [] }
      return [
        pair.observation(
          subject: "id", message: "the design has another id", before: base.id, after: revision.id)
      ]
    })
}
