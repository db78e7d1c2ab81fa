import Diagnostics

extension ReviewRule {
  static let reviewUnreadable = ReviewRule(
    "review/unreadable", "A file cannot be read", .error,
    because: "Whatever it says is not part of this review; everything else is.",
    whole: { input in
      UnreadableText.observations(input)
    })
}
