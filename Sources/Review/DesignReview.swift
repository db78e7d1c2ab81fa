package import DesignModel
package import Diagnostics

/// What a change does to the designs: every finding, and what they are about.
package struct DesignReview: Sendable {
  package let input: ReviewInput
  /// The designs that differ or are on one side only; by id.
  package let pairs: [DesignPair]
  /// By topic, severity, design, rule and subject.
  package var findings: [Finding]

  /// Judges a change by every rule.
  package init(_ input: ReviewInput) {
    self.input = input
    pairs = DesignPair.pairs(of: input)
    var findings: [Finding] = []
    for rule in ReviewRule.all {
      switch rule.check {
      case .design(let check):
        for pair in pairs { findings += check(pair).map { Finding(rule, $0, design: pair) } }
      case .whole(let check): findings += check(input).map { Finding(rule, $0, design: nil) }
      case .findings: break
      }
    }
    let judge = PolicyJudge(input)
    findings = findings.compactMap(judge.judge)
    for rule in ReviewRule.all {
      guard case .findings(let check) = rule.check else { continue }
      findings += check(input, findings).compactMap { judge.judge(Finding(rule, $0, design: nil)) }
    }
    self.findings = Self.sorted(findings)
  }

  static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) }
  }
}

extension Finding {
  init(_ rule: ReviewRule, _ observation: Observation, design: DesignPair?) {
    self.init(
      rule: rule, severity: observation.severity ?? rule.severity, design: design?.id,
      workspace: (design?.revision ?? design?.base)?.workspace ?? "",
      home: design?.path ?? (observation.revision ?? observation.base)?.file.name,
      subject: observation.subject,
      message: observation.message, before: observation.before, after: observation.after,
      reasons: observation.reasons, base: observation.base, revision: observation.revision)
  }

  var sortKey: [String] {
    let topic = ReviewRule.Topic.allCases.firstIndex(of: rule.topic) ?? 0
    // What flips explains everything behind it.
    let isFlip =
      rule.id == ReviewRule.decisionFlipped.id
      || rule.id == ReviewRule.decisionTechnologiesChanged.id
    return [
      "\(topic)", isFlip ? "0" : "1", "\(9 - severity.rawValue)", design ?? "", rule.id, subject,
      message,
    ]
  }

  /// Where a reader looks first: the revision's place, or else the base's.
  package var place: SourceLocation? { revision ?? base }
}

extension DesignReview {
  /// Whether a finding that counts is at or above a threshold: without one, that of its workspace, or an error.
  package func fails(at threshold: ReviewPolicy.Threshold?) -> Bool {
    findings.contains { finding in
      let own = threshold ?? input.revision.policy(of: finding.home).failOn ?? .error
      return finding.isOpen && own.least.map { finding.severity >= $0 } ?? false
    }
  }
}

extension ReviewPolicy.Threshold {
  /// The least severity that makes a review fail; `nil` where none does.
  fileprivate var least: Diagnostic.Severity? {
    switch self {
    case .never: nil
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}
