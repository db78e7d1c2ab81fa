import JSONSyntax
import Reporting

extension [Report] {
  /// One report as it is; several in JSON as an array.
  func rendered(as format: ReportFormat, _ console: Console) -> String {
    rendered(as: format, ofSeveral: count != 1, console)
  }

  /// One report as it is; those of several things in JSON as an array, however many could be made.
  func rendered(as format: ReportFormat, ofSeveral: Bool, _ console: Console) -> String {
    if ofSeveral, case .json = format { return JSONValue.array(map(\.payload)).rendered(indent: 2) + "\n" }
    return map { $0.rendered(as: format, terminal: console.output) }.joined(separator: "\n")
  }
}
