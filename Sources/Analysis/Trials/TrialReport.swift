package import CatalogModel
import JSONSyntax
package import Reporting

/// Says which entries hold what their examples promise.
package enum TrialReport {
  package static func make(_ trials: [CatalogTrial], _ catalog: Catalog) -> Report {
    let failed = trials.filter { !$0.passes }
    var blocks: [Block] = [.heading(level: 1, "\(catalog.title) \(catalog.version)")]
    for kind in EntryKind.allCases {
      let own = trials.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      blocks += [.heading(level: 2, "\(RichText(kind.plural))"), .list(own.map(item))]
    }
    let checks = trials.reduce(0) { $0 + $1.checks }
    let verdict = RichText(
      failed.isEmpty ? "all pass" : "\(failed.count) fail", failed.isEmpty ? .good : .bad)
    blocks.append(.paragraph("\(trials.count) entries with \(checks) checks: " + verdict))
    return Report(
      blocks: blocks,
      payload: [
        "schema": "catalog-test/1", "entries": .integer(trials.count), "checks": .integer(checks),
        "failed": .integer(failed.count), "results": .array(trials.map(value)),
      ])
  }

  private static func item(_ trial: CatalogTrial) -> Block.Item {
    let verdict = trial.passes ? RichText("pass", .good) : RichText("FAIL", .bad)
    let count = "\(trial.checks) \(trial.checks == 1 ? "check" : "checks")"
    let place = trial.passes ? [] : [RichText("\(trial.origin.file):\(trial.origin.line)", .quiet)]
    return Block.Item(
      verdict + " " + RichText(trial.id, .code) + RichText(" (\(count))", .quiet),
      details: trial.failures.map { RichText($0) } + place)
  }

  private static func value(_ trial: CatalogTrial) -> JSONValue {
    [
      "kind": .string(trial.kind.rawValue), "id": .string(trial.id), "passes": .bool(trial.passes),
      "checks": .integer(trial.checks), "failures": .strings(trial.failures),
      "file": .string(trial.origin.file), "line": .integer(trial.origin.line),
    ]
  }

  // MARK: JUnit

  /// The same as JUnit XML: a suite for each kind, a case for each entry.
  package static func junit(_ trials: [CatalogTrial]) -> String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites name=\"catalog\" \(counts(trials))>\n"
    for kind in EntryKind.allCases {
      let own = trials.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      text += "  <testsuite name=\"\(kind.plural)\" \(counts(own)) errors=\"0\" skipped=\"0\" time=\"0\">\n"
      text += own.map(testCase).joined()
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func counts(_ trials: [CatalogTrial]) -> String {
    "tests=\"\(trials.count)\" failures=\"\(trials.count { !$0.passes })\""
  }

  private static func testCase(_ trial: CatalogTrial) -> String {
    let attributes =
      "name=\"\(trial.id.xmlEscaped)\" classname=\"catalog.\(trial.kind.plural)\""
      + " file=\"\(trial.origin.file.xmlEscaped)\" time=\"0\""
    guard !trial.passes else { return "    <testcase \(attributes)/>\n" }
    let message = trial.failures.joined(separator: "\n").xmlEscaped
    let first = (trial.failures.first ?? "").xmlEscaped
    return
      "    <testcase \(attributes)>\n      <failure message=\"\(first)\">\(message)</failure>\n    </testcase>\n"
  }
}
