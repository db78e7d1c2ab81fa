import Diagnostics

/// A review as workflow commands of GitHub, which become annotations on the lines of the change.
struct GitHubAnnotations {
  private let review: DesignReview

  /// A step shows no more of a kind; the forge drops the rest without a word.
  private static let most = 10

  init(_ review: DesignReview) { self.review = review }

  var text: String {
    let open = review.findings.filter(\.isOpen)
    let lines = Diagnostic.Severity.allCases.reversed().flatMap { severity -> [String] in
      let own = open.filter { $0.severity == severity }
      let shown = own.prefix(own.count > Self.most ? Self.most - 1 : Self.most).map(line)
      guard own.count > shown.count else { return shown }
      let rest = own.count - shown.count
      return shown + ["::\(Self.command(severity)) title=bascule::and \(rest) more; see the summary"]
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func line(_ finding: Finding) -> String {
    var properties: [String] = []
    if let place = finding.place {
      properties.append("file=\(Self.property(place.file.name))")
      properties.append("line=\(place.range.start.line)")
      properties.append("col=\(place.range.start.column)")
    }
    properties.append("title=\(Self.property(finding.rule.id))")
    return "::\(Self.command(finding.severity)) \(properties.joined(separator: ","))::"
      + Self.data(SARIFLog.message(finding))
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  /// What a command takes as text: nothing in it ends the line or starts another command.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
