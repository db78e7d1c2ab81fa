import DesignModel
import Diagnostics

/// Puts changes of the policy of reviews into words.
enum PolicyText {
  /// One observation for each severity that became less and each acceptance that is new, in each workspace.
  static func observations(_ input: ReviewInput) -> [Observation] {
    input.workspaces.flatMap { path in
      observations(
        input.base.policy(of: path), input.revision.policy(of: path), below: FilePlace.folder(of: path),
        at: FilePlace.start(of: path))
    }
  }

  private static func observations(
    _ old: ReviewPolicy, _ new: ReviewPolicy, below folder: String, at place: SourceLocation
  ) -> [Observation] {
    let rules = (new.weights + old.weights.filter { new.severity(of: $0.rule) == nil }).map(\.rule)
    let weights = rules.compactMap { rule -> Observation? in
      guard let own = ReviewRule.named(rule).map({ ReviewPolicy.Severity($0.severity) }) else { return nil }
      let (before, after) = (old.severity(of: rule) ?? own, new.severity(of: rule) ?? own)
      guard rank(after) < rank(before) else { return nil }
      return Observation(
        subject: "\(folder)severities/\(rule)",
        message:
          "findings of '\(rule)' weigh less from here on: \(before.rawValue) becomes \(after.rawValue)",
        before: before.rawValue, after: after.rawValue,
        revision: new.weights.first { $0.rule == rule }?.location ?? place)
    }
    let accepted = new.accepted.filter { one in !old.accepted.contains { $0.isSame(as: one) } }.map {
      acceptance in
      Observation(
        subject: "\(folder)accepted/\(acceptance.words)",
        message: "'\(acceptance.words)' is accepted until \(acceptance.until)", reasons: [acceptance.because],
        revision: acceptance.location)
    }
    return weights + accepted + failing(old.failOn, new.failOn, below: folder, at: place)
  }

  private static func failing(
    _ old: ReviewPolicy.Threshold?, _ new: ReviewPolicy.Threshold?, below folder: String,
    at place: SourceLocation
  ) -> [Observation] {
    let order: [ReviewPolicy.Threshold] = [.note, .warning, .error, .never]
    let (before, after) = (old ?? .error, new ?? .error)
    guard let was = order.firstIndex(of: before), let now = order.firstIndex(of: after), now > was else {
      return []
    }
    return [
      Observation(
        subject: "\(folder)fail-on",
        message: "less makes a review fail: \(before.rawValue) becomes \(after.rawValue)",
        before: before.rawValue, after: after.rawValue, revision: place)
    ]
  }

  /// Why an acceptance covers nothing; `nil` where it may yet.
  ///
  /// One that an earlier change brought in covers nothing of this one, which is as it should be.
  static func staleness(
    of acceptance: ReviewPolicy.Acceptance, in workspace: ReviewedWorkspace, _ input: ReviewInput,
    _ findings: [Finding]
  ) -> String? {
    guard ReviewRule.named(acceptance.rule) != nil else { return "there is no rule '\(acceptance.rule)'" }
    let own = findings.filter { input.revision.workspace(of: $0.home)?.path == workspace.path }
    guard !own.contains(where: acceptance.covers) else { return nil }
    let isNew = !input.base.policy(of: workspace.path).accepted.contains { $0.isSame(as: acceptance) }
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
