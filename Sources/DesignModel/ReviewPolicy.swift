package import Diagnostics

/// How a review of changes is judged: what its findings weigh, and which of them were accepted.
package struct ReviewPolicy: Sendable, Hashable {
  /// What a finding weighs.
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case ignore, note, warning, error
  }

  /// From which severity on a review fails.
  package enum Threshold: String, Sendable, Hashable, CaseIterable {
    case never, error, warning, note
  }

  /// The severity that a rule of the review has here.
  package struct Weight: Sendable, Hashable {
    /// The id of the rule, such as `contract/field-removed`.
    package let rule: String
    package let severity: Severity
    package let location: SourceLocation

    package init(rule: String, severity: Severity, location: SourceLocation) {
      self.rule = rule
      self.severity = severity
      self.location = location
    }
  }

  /// A finding that somebody took responsibility for, until a day.
  package struct Acceptance: Sendable, Hashable {
    /// The id of the rule that finds it.
    package let rule: String
    /// The id of the profile that it is found in; `nil` for every profile.
    package let profile: String?
    /// What the finding is about, in the words of the review; `nil` for whatever it is about.
    package let subject: String?
    package let because: String
    /// The last day on which it holds.
    package let until: Day
    /// Who accepted it.
    package let by: String?
    package let location: SourceLocation

    package init(
      rule: String, profile: String?, subject: String?, because: String, until: Day, by: String?,
      location: SourceLocation
    ) {
      self.rule = rule
      self.profile = profile
      self.subject = subject
      self.because = because
      self.until = until
      self.by = by
      self.location = location
    }
  }

  /// `nil` where the workspace does not say.
  package let failOn: Threshold?
  /// By the id of the rule.
  package let weights: [Weight]
  /// In the order of the file.
  package let accepted: [Acceptance]

  package init(failOn: Threshold? = nil, weights: [Weight] = [], accepted: [Acceptance] = []) {
    self.failOn = failOn
    self.weights = weights
    self.accepted = accepted
  }

  /// The severity that a rule has here; `nil` where it keeps its own.
  package func severity(of rule: String) -> Severity? {
    weights.first { $0.rule == rule }?.severity
  }
}
