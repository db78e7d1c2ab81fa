import Analysis
import ArgumentParser
import JSONSyntax
import Reporting

/// The formats of findings.
enum FindingsFormat: String, Sendable, WordArgument {
  case json, markdown, sarif, terminal

  /// What was gathered, in a format that is not the terminal's.
  ///
  /// - Parameter subject: what was looked at.
  func render(_ collector: FindingCollector, on subject: String) -> String {
    let (findings, failures) = (collector.findings, collector.failures)
    guard self == .sarif else {
      let report = FindingsReport.make(findings, failures: failures, on: subject)
      return report.rendered(as: self == .json ? .json : .markdown)
    }
    let log = FindingsLog.make(
      findings, failures: failures, pages: DiagnosticPages.all, version: ToolVersion.text)
    return log.rendered(indent: 2) + "\n"
  }
}
