import Diagnostics

extension ReviewRule {
  static let reviewSidesSwapped = ReviewRule(
    "review/sides-swapped", "Base and revision seem to be swapped", .warning,
    because: "The base descends from the revision, so that every addition shows as a removal.",
    whole: { input in
      guard input.isReversed else { return [] }
      return [
        Observation(
          subject: "sides",
          message:
            "the base '\(input.base.name)' is newer than the revision '\(input.revision.name)': are they swapped?"
        )
      ]
    })
}
