import DesignModel
import Diagnostics

/// Weighs findings as the workspace says, and marks those that were accepted.
struct PolicyJudge {
  private let input: ReviewInput

  init(_ input: ReviewInput) { self.input = input }

  /// `nil` where the workspace ignores the rule.
  func judge(_ finding: Finding) -> Finding? {
    var finding = finding
    // A change of the policy is judged by the policy that it changes.
    let side = ReviewRule.judgingThePolicy.contains(finding.rule.id) ? input.base : input.revision
    let policy = side.policy(of: finding.home)
    switch policy.severity(of: finding.rule.id) {
    case .ignore: return nil
    case .note: finding.severity = .note
    case .warning: finding.severity = .warning
    case .error: finding.severity = .error
    case nil: break
    }
    if let acceptance = policy.accepted.first(where: { $0.covers(finding) && $0.until >= input.today }) {
      finding.acceptance = FindingAcceptance(
        because: acceptance.because, until: acceptance.until.description, by: acceptance.by)
    }
    return finding
  }
}

extension ReviewRule {
  static let judgingThePolicy: Set = [
    reviewPolicyChanged.id, reviewAcceptanceExpired.id, reviewAcceptanceStale.id,
  ]
}

extension ReviewPolicy.Acceptance {
  /// Whether it is about a finding, whatever the day is.
  func covers(_ finding: Finding) -> Bool {
    rule == finding.rule.id && (profile == nil || profile == finding.design)
      && (subject == nil || subject == finding.subject)
  }

  /// What it is about, in words.
  var words: String { ([rule] + [profile, subject].compactMap { $0 }).joined(separator: " ") }

  /// Whether another says the same.
  func isSame(as other: ReviewPolicy.Acceptance) -> Bool {
    rule == other.rule && profile == other.profile && subject == other.subject && until == other.until
  }
}
