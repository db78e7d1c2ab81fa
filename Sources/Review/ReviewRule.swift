package import Diagnostics

/// One thing that a review looks for in a change.
package struct ReviewRule: Sendable {
  /// What a rule is about; the order of the sections of a report.
  package enum Topic: String, Sendable, Hashable, CaseIterable {
    case decision, contract, org, files, review
  }

  /// Where a rule looks.
  enum Check: Sendable {
    /// At a design that is on at least one side.
    case design(@Sendable (DesignPair) -> [Observation])
    /// At the change as a whole.
    case whole(@Sendable (ReviewInput) -> [Observation])
    /// At what the other rules found.
    case findings(@Sendable (ReviewInput, [Finding]) -> [Observation])
  }

  /// The topic and a name, such as `contract/field-removed`.
  package let id: String
  package let title: String
  /// Its severity where nobody sets another.
  package let severity: Diagnostic.Severity
  /// Why it matters, and what to do.
  package let because: String
  let check: Check

  init(
    _ id: String, _ title: String, _ severity: Diagnostic.Severity, because: String,
    design check: @escaping @Sendable (DesignPair) -> [Observation]
  ) {
    self.init(id, title, severity, because: because, check: .design(check))
  }

  init(
    _ id: String, _ title: String, _ severity: Diagnostic.Severity, because: String,
    whole check: @escaping @Sendable (ReviewInput) -> [Observation]
  ) {
    self.init(id, title, severity, because: because, check: .whole(check))
  }

  init(_ id: String, _ title: String, _ severity: Diagnostic.Severity, because: String, check: Check) {
    self.id = id
    self.title = title
    self.severity = severity
    self.because = because
    self.check = check
  }

  package var topic: Topic {
    Topic(rawValue: String(id.prefix { $0 != "/" })) ?? .review
  }

  /// The rule of an id.
  package static func named(_ id: String) -> ReviewRule? { all.first { $0.id == id } }
}

extension ReviewRule: Hashable {
  package static func == (left: ReviewRule, right: ReviewRule) -> Bool { left.id == right.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
