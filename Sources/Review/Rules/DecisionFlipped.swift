import Diagnostics
import Requirements

extension ReviewRule {
  static let decisionFlipped = ReviewRule(
    "decision/flipped", "Another pattern or topology", .warning,
    because:
      "Everything that was built for the old design has to be reconsidered; look at what brought it about and how far the way back is.",
    design: { pair in
      guard let change = pair.decisionChange, change.isFlip else { return [] }
      let parts = [
        ("pattern", change.before.pattern, change.after.pattern),
        ("topology", change.before.topology, change.after.topology),
      ]
      let words = parts.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1 ?? "none") → \($0.2 ?? "none")" }
      return [
        Observation(
          subject: "decision", message: "the design flips: \(words.joined(separator: ", "))",
          before: [change.before.pattern, change.before.topology].compactMap { $0 }.joined(separator: ", "),
          after: [change.after.pattern, change.after.topology].compactMap { $0 }.joined(separator: ", "),
          reasons: DecisionText.reasons(change, pair),
          base: DecisionText.place(of: change, in: pair.base, \.base),
          revision: DecisionText.place(of: change, in: pair.revision, \.revision))
      ]
    })
}
