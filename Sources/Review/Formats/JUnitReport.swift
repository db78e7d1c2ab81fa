import Diagnostics
import Reporting

/// A review as the result of tests: a case for each finding, and one for a change without any.
struct JUnitReport {
  private let review: DesignReview

  init(_ review: DesignReview) { self.review = review }

  var text: String {
    let cases = review.findings.map(testCase)
    let failures = review.findings.count { $0.isOpen && $0.severity == .error }
    let skipped = review.findings.count { !$0.isOpen }
    let passed = "    <testcase classname=\"bascule\" name=\"nothing to say\"/>\n"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
        <testsuite name="bascule diff" tests="\(max(1, cases.count))" failures="\(failures)" errors="0" skipped="\(skipped)">
      \(cases.isEmpty ? passed : cases.joined())  </testsuite>
      </testsuites>

      """
  }

  /// An error is a failure; what weighs less passes, and says so.
  private func testCase(_ finding: Finding) -> String {
    let name = "\(finding.design ?? "all designs"): \(finding.subject)"
    let file =
      finding.place.map { " file=\"\($0.file.name.xmlEscaped)\" line=\"\($0.range.start.line)\"" } ?? ""
    let head =
      "    <testcase classname=\"\(finding.rule.id.xmlEscaped)\" name=\"\(name.xmlEscaped)\"\(file)>"
    let message = finding.message.xmlEscaped
    let body = finding.details.joined(separator: "\n").xmlEscaped
    let content: String
    if let acceptance = finding.acceptance {
      content = "<skipped message=\"\(acceptance.because.xmlEscaped)\"/>"
    } else if finding.severity == .error {
      content = "<failure type=\"\(finding.severity.word)\" message=\"\(message)\">\(body)</failure>"
    } else {
      content =
        "<system-out>\(finding.severity.word): \(message)\(body.isEmpty ? "" : "\n" + body)</system-out>"
    }
    return head + content + "</testcase>\n"
  }
}
