package import Diagnostics
import JSONSyntax
package import Reporting

/// Findings as a report, for the formats that are not the terminal's.
package enum FindingsReport {
  /// - Parameters:
  ///   - failures: what could not be had.
  ///   - subject: what was looked at.
  package static func make(_ findings: [Diagnostic], failures: [String] = [], on subject: String) -> Report {
    let heading = Block.heading(level: 1, "\(RichText(subject))")
    let items =
      failures.map { Block.Item(RichText("error", .strong) + " " + RichText($0.asSentence)) }
      + findings.map(item)
    return Report(
      blocks: [heading, items.isEmpty ? .paragraph("No finding.") : .list(items)],
      payload: [
        "schema": "findings/1", "failures": .strings(failures.map(\.asSentence)),
        "findings": .array(findings.map(value)),
      ])
  }

  private static func item(_ finding: Diagnostic) -> Block.Item {
    let notes = finding.notes.map { RichText("note: " + $0.asSentence) }
    return Block.Item(
      RichText(finding.severity.word, .strong) + " " + RichText(finding.message.asSentence) + " "
        + RichText(finding.id.description, .code),
      details: (finding.primary.map { [RichText(place($0.location), .quiet)] } ?? []) + notes
        + finding.fixes.map { RichText("help: " + $0.summary) })
  }

  private static func place(_ location: SourceLocation) -> String {
    "\(location.file.name):\(location.range.start.line):\(location.range.start.column)"
  }

  private static func value(_ finding: Diagnostic) -> JSONValue {
    let start = finding.primary?.location.range.start
    return [
      "id": .string(finding.id.description), "severity": .string(finding.severity.word),
      "message": .string(finding.message.asSentence),
      "file": finding.primary.map { .string($0.location.file.name) } ?? .null,
      "line": start.map { .integer($0.line) } ?? .null,
      "column": start.map { .integer($0.column) } ?? .null,
      "notes": .strings(finding.notes.map(\.asSentence)), "fixes": .strings(finding.fixes.map(\.summary)),
    ]
  }
}
