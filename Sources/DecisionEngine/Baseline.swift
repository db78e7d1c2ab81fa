package import Requirements

/// The verdicts under some answers, from which those under one other answer are told without evaluating
/// everything anew.
package struct Baseline: Sendable {
  package let answers: Answers
  package let verdicts: Verdicts
  /// Clauses that rest on more than one column without an answer.
  let restingOnSeveral: ClauseSet
}
