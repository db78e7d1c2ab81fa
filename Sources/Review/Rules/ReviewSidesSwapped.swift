import Diagnostics

extension ReviewRule {
  static let reviewSidesSwapped = ReviewRule(
    "review/sides-swapped", "Base and revision seem to be swapped", .warning,
    because: "The base is newer than the revision, so that every addition shows as a removal.",
    whole: { input in
      guard let reversal = input.reversal else { return [] }
      return [
        Observation(
          subject: "sides",
          message:
            "the base '\(input.base.name)' is newer than the revision '\(input.revision.name)': are they swapped?",
          reasons: [reversal])
      ]
    })
}
