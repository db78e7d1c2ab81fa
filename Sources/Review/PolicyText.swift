import DesignModel
import Diagnostics

/// Puts changes of the policy of reviews into words.
enum PolicyText {
  /// One observation for each severity that became less and each acceptance that is new.
  static func observations(_ input: ReviewInput) -> [Observation] {
    let (old, new) = (input.base.policy, input.revision.policy)
    let weights = new.weights.compactMap { weight -> Observation? in
      guard let own = ReviewRule.named(weight.rule).map({ ReviewPolicy.Severity($0.severity) }) else {
        return nil
      }
      let before = old.severity(of: weight.rule) ?? own
      guard rank(weight.severity) < rank(before) else { return nil }
      return Observation(
        subject: "severities/\(weight.rule)",
        message:
          "findings of '\(weight.rule)' weigh less from here on: \(before.rawValue) becomes \(weight.severity.rawValue)",
        before: before.rawValue, after: weight.severity.rawValue, revision: weight.location)
    }
    let accepted = new.accepted.filter { one in !old.accepted.contains { $0.isSame(as: one) } }.map {
      acceptance in
      Observation(
        subject: "accepted/\(acceptance.words)",
        message: "'\(acceptance.words)' is accepted until \(acceptance.until)", reasons: [acceptance.because],
        revision: acceptance.location)
    }
    let threshold = [failing(old.failOn, new.failOn)].compactMap { $0 }
    return weights + accepted + threshold
  }

  private static func failing(
    _ old: ReviewPolicy.Threshold?, _ new: ReviewPolicy.Threshold?
  ) -> Observation? {
    let order: [ReviewPolicy.Threshold] = [.note, .warning, .error, .never]
    let (before, after) = (old ?? .error, new ?? .error)
    guard let was = order.firstIndex(of: before), let now = order.firstIndex(of: after), now > was else {
      return nil
    }
    return Observation(
      subject: "fail-on", message: "less makes a review fail: \(before.rawValue) becomes \(after.rawValue)",
      before: before.rawValue, after: after.rawValue)
  }

  /// Why an acceptance covers nothing; `nil` where it may yet.
  ///
  /// One that an earlier change brought in covers nothing of this one, which is as it should be.
  static func staleness(
    of acceptance: ReviewPolicy.Acceptance, _ input: ReviewInput, _ findings: [Finding]
  ) -> String? {
    guard ReviewRule.named(acceptance.rule) != nil else { return "there is no rule '\(acceptance.rule)'" }
    guard !findings.contains(where: acceptance.covers) else { return nil }
    let isNew = !input.base.policy.accepted.contains { $0.isSame(as: acceptance) }
    return isNew ? "it is new, and nothing that it covers was found" : nil
  }

  private static func rank(_ severity: ReviewPolicy.Severity) -> Int {
    ReviewPolicy.Severity.allCases.firstIndex(of: severity) ?? 0
  }
}

extension ReviewPolicy.Severity {
  /// The severity of a diagnostic.
  init(_ severity: Diagnostic.Severity) {
    switch severity {
    case .note: self = .note
    case .warning: self = .warning
    case .error: self = .error
    }
  }
}
