import CatalogModel
import DecisionEngine
import Diagnostics
import JSONSyntax

/// What machines read about a change.
struct ReviewPayload {
  static let schema = "design-review/1"

  private let review: DesignReview
  private let summary: ReviewSummary

  init(_ review: DesignReview) {
    self.review = review
    summary = ReviewSummary(review)
  }

  var value: JSONValue {
    [
      "schema": .string(Self.schema), "base": side(review.input.base),
      "revision": side(review.input.revision),
      "summary": totals, "designs": .array(review.tellingPairs.map(design)),
      "findings": .array(review.findings.map(finding)),
    ]
  }

  private func side(_ side: ReviewSide) -> JSONValue {
    let catalog = side.catalog(of: nil)
    return [
      "name": .string(side.name),
      "catalog": [
        "id": .string(catalog.id), "version": .string(catalog.version), "digest": .string(catalog.digest),
      ],
    ]
  }

  private var totals: JSONValue {
    [
      "verdict": .string(summary.verdict), "errors": .integer(summary.errors),
      "warnings": .integer(summary.warnings), "notes": .integer(summary.notes),
      "accepted": .integer(summary.accepted), "changed": .integer(summary.changed),
      "unchanged": .integer(summary.unchanged), "unreadable": .integer(summary.unreadable),
      "flips": .integer(summary.flips),
      "breaking": .integer(summary.breaking), "risky": .integer(summary.risky),
      "files": [
        "added": .integer(summary.filesAdded), "changed": .integer(summary.filesChanged),
        "removed": .integer(summary.filesRemoved),
      ],
    ]
  }

  // MARK: Designs

  private func design(_ pair: DesignPair) -> JSONValue {
    let change = pair.decisionChange
    var members: [JSONMember] = [
      JSONMember("id", .string(pair.id)), JSONMember("path", .string(pair.path)),
      JSONMember(
        "status", .string(pair.base == nil ? "added" : pair.revision == nil ? "removed" : "changed")),
      JSONMember("before", pair.base.map { outcome(DesignOutcome($0.design), $0) } ?? .null),
      JSONMember("after", pair.revision.map { outcome(DesignOutcome($0.design), $0) } ?? .null),
      JSONMember("cause", .string(optional: change?.cause?.rawValue)),
      JSONMember("answers", .array(change?.answers.map { answer($0, change) } ?? [])),
      JSONMember("rules", .array(change?.rules.map(rule) ?? [])),
      JSONMember("wayBack", .strings(change?.wayBack ?? [])),
    ]
    let files = pair.artifactChange
    members.append(
      JSONMember(
        "files",
        [
          "added": .strings(files.added.map(\.path)), "changed": .strings(files.changed.map(\.after.path)),
          "removed": .strings(files.removed.map(\.path)),
        ]))
    return .object(members)
  }

  private func outcome(_ outcome: DesignOutcome, _ design: ReviewedDesign) -> JSONValue {
    let recommendation = design.decision.recommendation
    return [
      "pattern": .string(optional: outcome.pattern), "topology": .string(optional: outcome.topology),
      "technologies": .strings(outcome.technologies),
      "margin": recommendation.margin.map { .integer($0) } ?? .null,
      "runnerUp": .string(optional: recommendation.runnerUp?.candidate.id),
    ]
  }

  private func answer(_ answer: AnswerChange, _ change: DecisionChange?) -> JSONValue {
    [
      "requirement": .string(answer.requirement), "before": .string(optional: answer.before),
      "after": .string(optional: answer.after), "base": place(answer.base),
      "revision": place(answer.revision),
      "isCause": .bool(change?.culprits.contains(answer) ?? false),
    ]
  }

  private func rule(_ rule: RuleChange) -> JSONValue {
    [
      "id": .string(rule.rule), "outcome": .string(rule.manner.rawValue), "effects": .strings(rule.effects),
      "because": .strings(rule.because), "isOfCatalog": .bool(rule.isOfCatalog),
    ]
  }

  // MARK: Findings

  private func finding(_ finding: Finding) -> JSONValue {
    [
      "rule": .string(finding.rule.id), "severity": .string(finding.severity.word),
      "design": .string(optional: finding.design), "subject": .string(finding.subject),
      "message": .string(finding.message), "before": .string(optional: finding.before),
      "after": .string(optional: finding.after), "reasons": .strings(finding.reasons),
      "base": place(finding.base), "revision": place(finding.revision),
      "fingerprint": .string(finding.fingerprint), "acceptance": acceptance(finding.acceptance),
    ]
  }

  private func acceptance(_ acceptance: FindingAcceptance?) -> JSONValue {
    guard let acceptance else { return .null }
    return [
      "because": .string(acceptance.because), "until": .string(acceptance.until),
      "by": .string(optional: acceptance.by),
    ]
  }

  private func place(_ location: SourceLocation?) -> JSONValue {
    guard let location else { return .null }
    return [
      "file": .string(location.file.name), "line": .integer(location.range.start.line),
      "column": .integer(location.range.start.column),
    ]
  }
}

extension JSONValue {
  /// A text, or null.
  static func string(optional text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}
