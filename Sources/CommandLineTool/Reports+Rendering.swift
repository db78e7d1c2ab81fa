import JSONSyntax
import Reporting

extension [Report] {
  /// One report as it is; several in JSON as an array.
  func rendered(as format: ReportFormat, _ console: Console) -> String {
    if count != 1, case .json = format { return JSONValue.array(map(\.payload)).rendered(indent: 2) + "\n" }
    return map { $0.rendered(as: format, terminal: console.output) }.joined(separator: "\n")
  }
}
