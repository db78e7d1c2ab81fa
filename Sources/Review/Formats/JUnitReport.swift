import Diagnostics

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
      finding.place.map { " file=\"\(Self.escape($0.file.name))\" line=\"\($0.range.start.line)\"" } ?? ""
    let head =
      "    <testcase classname=\"\(Self.escape(finding.rule.id))\" name=\"\(Self.escape(name))\"\(file)>"
    let message = Self.escape(finding.message)
    let body = Self.escape(finding.details.joined(separator: "\n"))
    let content: String
    if let acceptance = finding.acceptance {
      content = "<skipped message=\"\(Self.escape(acceptance.because))\"/>"
    } else if finding.severity == .error {
      content = "<failure type=\"\(finding.severity.word)\" message=\"\(message)\">\(body)</failure>"
    } else {
      content =
        "<system-out>\(finding.severity.word): \(message)\(body.isEmpty ? "" : "\n" + body)</system-out>"
    }
    return head + content + "</testcase>\n"
  }

  /// What XML 1.0 has no place for becomes a question mark.
  private static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n", "\t": escaped += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value): escaped += "?"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
