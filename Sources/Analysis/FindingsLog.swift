package import Diagnostics
package import JSONSyntax
import Reporting

/// Findings as a log for code scanning.
package enum FindingsLog {
  /// - Parameters:
  ///   - failures: what could not be read.
  ///   - pages: the pages about diagnostics, which say what a finding means.
  package static func make(
    _ findings: [Diagnostic], failures: [String], pages: [DiagnosticPage], version: String
  ) -> JSONValue {
    let found = Set(findings.map(\.id))
    let rules = pages.filter { found.contains($0.id) }.sorted { $0.id < $1.id }
    let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
    let notifications =
      findings.filter { $0.primary == nil }.map(notification)
      + failures.map { ["level": "error", "message": ["text": .string($0.asSentence)]] }
    return SARIF.log(
      version: version, rules: rules.map(descriptor),
      results: findings.compactMap { finding in
        finding.primary.map { result(finding, at: $0.location, places[finding.id]) }
      }, notifications: notifications, isComplete: failures.isEmpty)
  }

  private static func descriptor(_ page: DiagnosticPage) -> JSONValue {
    [
      "id": .string(page.id.description), "shortDescription": ["text": .string(page.title)],
      "fullDescription": ["text": .string(page.means)], "help": ["text": .string(page.fix)],
    ]
  }

  private static func result(_ finding: Diagnostic, at place: SourceLocation, _ rule: Int?) -> JSONValue {
    let others = finding.secondary.map { label -> JSONValue in
      let location = SARIF.location(label.location)
      guard !label.text.isEmpty, case .object(let members) = location else { return location }
      return .object(members + [JSONMember("message", ["text": .string(label.text)])])
    }
    var members: [JSONMember] = [
      JSONMember("ruleId", .string(finding.id.description)), JSONMember("ruleIndex", .integer(rule ?? -1)),
      JSONMember("level", .string(finding.severity.word)),
      JSONMember("message", ["text": .string(message(finding))]),
      JSONMember("locations", [SARIF.location(place)]),
    ]
    if !others.isEmpty { members.append(JSONMember("relatedLocations", .array(others))) }
    return .object(members)
  }

  private static func notification(_ finding: Diagnostic) -> JSONValue {
    [
      "level": .string(finding.severity.word), "message": ["text": .string(message(finding))],
      "descriptor": ["id": .string(finding.id.description)],
    ]
  }

  /// The message with notes and fixes below it.
  private static func message(_ finding: Diagnostic) -> String {
    ([finding.message.asSentence] + finding.notes.map { "- " + $0.asSentence }
      + finding.fixes.map { "- " + $0.summary })
      .joined(separator: "\n")
  }
}
