internal import JSONSyntax

/// The formats of a report.
package enum ReportFormat: String, Sendable, CaseIterable {
  case json, markdown, terminal
}

extension Report {
  /// The report as one page of HTML that needs nothing besides itself.
  package func renderedAsPage(title: String) -> String { HTMLRenderer(title: title).render(blocks) }

  /// The report in a format; ends in a line break.
  package func rendered(as format: ReportFormat, terminal: TerminalStyle = .plain) -> String {
    switch format {
    case .json: payload.rendered(indent: 2) + "\n"
    case .markdown: MarkdownRenderer().render(blocks)
    case .terminal: TerminalRenderer(style: terminal).render(blocks)
    }
  }
}
