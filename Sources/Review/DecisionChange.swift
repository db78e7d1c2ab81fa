import DecisionEngine
import DesignModel
import Requirements

/// How the design of one profile changed, and why.
struct DecisionChange: Sendable {
  /// What brought the change about.
  enum Cause: String, Sendable, Hashable, CaseIterable {
    /// Other answers in the profile or its workspace.
    case requirements
    /// Another catalog.
    case catalog
    /// Neither alone.
    case both
    /// The architects decided.
    case decision
  }

  let before: DesignOutcome
  let after: DesignOutcome
  let recommendedBefore: DesignOutcome
  let recommendedAfter: DesignOutcome
  /// `nil` where nothing flipped.
  let cause: Cause?
  /// Everything that is stated differently.
  let answers: [AnswerChange]
  /// Those of them that brought the change about.
  let culprits: [AnswerChange]
  /// The rules that bear on what changed, and fire or rest as they did not before; by id.
  let rules: [RuleChange]
  /// The answers of the culprits that would bring the former pattern and topology back, such as `below 10,000`.
  let wayBack: [String]

  var isFlip: Bool { !before.hasSameShape(as: after) }
  var changesTechnologies: Bool { before.technologies != after.technologies }

  init(_ base: ReviewedDesign, _ revision: ReviewedDesign) {
    before = DesignOutcome(base.design)
    after = DesignOutcome(revision.design)
    recommendedBefore = DesignOutcome(base.decision.recommendation)
    recommendedAfter = DesignOutcome(revision.decision.recommendation)
    answers = AnswerChanges(base, revision).stated
    let isOfDesign = before != after
    guard isOfDesign || recommendedBefore != recommendedAfter else {
      (cause, culprits, rules, wayBack) = (nil, [], [], [])
      return
    }
    guard recommendedBefore != recommendedAfter else {
      (cause, culprits, rules, wayBack) = (.decision, [], [], [])
      return
    }
    let attribution = Attribution(base, revision, answers)
    let cause = attribution.cause
    self.cause = cause
    culprits = cause == .catalog ? [] : attribution.culprits
    wayBack = attribution.wayBack(from: culprits)
    rules = RuleChange.changes(
      base, revision, bearingOn: Set(recommendedBefore.ids + recommendedAfter.ids))
  }
}
