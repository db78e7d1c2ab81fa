import Diagnostics
import Requirements

extension ReviewRule {
  static let decisionAnswerRemoved = ReviewRule(
    "decision/answer-removed", "An answer was withdrawn", .note,
    because: "What was known is unknown again, and the recommendation rests on less.",
    design: { pair in
      guard let change = pair.decisionChange else { return [] }
      return change.answers.filter { $0.after == nil }.map { answer in
        Observation(
          subject: "answers/\(answer.requirement)", message: "'\(answer.requirement)' is no longer stated",
          before: answer.before, base: answer.base, revision: pair.revision?.profile.idPlace)
      }
    })
}
