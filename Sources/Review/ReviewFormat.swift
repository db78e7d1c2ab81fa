import JSONSyntax
package import Reporting

/// The formats of a review.
package enum ReviewFormat: String, Sendable, Hashable, CaseIterable {
  case github, gitlab, html, json, junit, markdown, sarif, terminal
}

extension DesignReview {
  /// The review in a format; ends in a line break unless there is nothing to say in it.
  ///
  /// - Parameter version: that of the program.
  package func rendered(
    as format: ReviewFormat, terminal: TerminalStyle = .plain, version: String
  ) -> String {
    switch format {
    case .github: GitHubAnnotations(self).text
    case .gitlab: GitLabCodeQuality(self).value.rendered(indent: 2) + "\n"
    case .html: ReviewReport.make(self).renderedAsPage(title: "Design review")
    case .json: ReviewReport.make(self).rendered(as: .json)
    case .junit: JUnitReport(self).text
    case .markdown: CommentText(self).text
    case .sarif: SARIFLog(self, version: version).value.rendered(indent: 2) + "\n"
    case .terminal: ReviewReport.make(self).rendered(as: .terminal, terminal: terminal)
    }
  }
}
