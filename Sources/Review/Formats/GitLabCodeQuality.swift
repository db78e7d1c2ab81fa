import Diagnostics
import JSONSyntax

/// A review as a code quality report of GitLab, which shows it on the lines of a merge request.
struct GitLabCodeQuality {
  private let review: DesignReview

  init(_ review: DesignReview) { self.review = review }

  var value: JSONValue {
    .array(review.findings.filter(\.isOpen).map(entry))
  }

  private func entry(_ finding: Finding) -> JSONValue {
    [
      "description": .string(
        (finding.design.map { "\($0): " } ?? "") + finding.message + (finding.values.map { ", \($0)" } ?? "")),
      "check_name": .string(finding.rule.id), "fingerprint": .string(finding.fingerprint),
      "severity": .string(Self.severity(finding.severity)),
      "location": [
        "path": .string(finding.place?.file.name ?? review.input.revision.workspace(of: nil)?.path ?? "."),
        "lines": ["begin": .integer(finding.place?.range.start.line ?? 1)],
      ],
    ]
  }

  private static func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .note: "info"
    case .warning: "major"
    case .error: "critical"
    }
  }
}
