package import Diagnostics

/// Sets diagnostics for people: the message, the place, the line with a caret, notes and fixes.
package struct DiagnosticRenderer: Sendable {
  private let style: TerminalStyle

  package init(style: TerminalStyle) { self.style = style }

  /// One block of lines for each diagnostic, with an empty line between them.
  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(render).joined(separator: "\n")
  }

  /// A failure that has neither a place nor an id.
  package func failure(_ message: String) -> String {
    style.paint("error:", .bad) + " " + message.asSentence.visibleLine + "\n"
  }

  package func render(_ diagnostic: Diagnostic) -> String {
    var lines = [heading(diagnostic)]
    if let primary = diagnostic.primary { lines += excerpt(primary, marker: "^") }
    for label in diagnostic.secondary {
      if let other = otherPlace(label, besides: diagnostic.primary) { lines.append(other) }
      lines += excerpt(label, marker: "-")
    }
    lines += diagnostic.notes.map { "  " + style.paint("note: ", .strong) + $0.asSentence.visibleLine }
    lines += diagnostic.fixes.map { "  " + style.paint("help: ", .good) + $0.summary.visibleLine }
    return lines.map { $0 + "\n" }.joined()
  }

  private func heading(_ diagnostic: Diagnostic) -> String {
    let severity = style.paint(diagnostic.severity.word + ":", Self.style(diagnostic.severity))
    let id = style.paint("[\(diagnostic.id)]", .quiet)
    guard let location = diagnostic.primary?.location else {
      return "\(severity) \(diagnostic.message.asSentence.visibleLine) \(id)"
    }
    return "\(place(location)): \(severity) \(diagnostic.message.asSentence.visibleLine) \(id)"
  }

  private func place(_ location: SourceLocation) -> String {
    let start = location.range.start
    return style.paint("\(location.file.name.visibleLine):\(start.line):\(start.column)", .strong)
  }

  /// Where a label is whose line stands in another file than the first.
  private func otherPlace(_ label: Diagnostic.Label, besides primary: Diagnostic.Label?) -> String? {
    let (location, file) = (label.location, primary?.location.file)
    guard location.file.name != file?.name, location.file.line(location.range.start.line) != nil else {
      return nil
    }
    return "  \(place(location)):"
  }

  /// The line of a label, and under it the marker as wide as the range.
  private func excerpt(_ label: Diagnostic.Label, marker: Character) -> [String] {
    let range = label.location.range
    guard let line = label.location.file.line(range.start.line) else { return secondaryPlace(label) }
    let window = LineWindow(line: line, column: range.start.column)
    let number = String(range.start.line)
    let gutter = String(repeating: " ", count: number.count)
    let lastColumn = range.end.line == range.start.line ? range.end.column : line.unicodeScalars.count + 1
    let width = window.width(ofScalars: lastColumn - range.start.column)
    let caret = style.paint(String(repeating: marker, count: width), marker == "^" ? .bad : .quiet)
    let text = label.text.isEmpty ? "" : " " + label.text.visibleLine
    return [
      " \(style.paint(number + " |", .quiet)) \(window.text)",
      " \(gutter)\(style.paint(" |", .quiet)) \(window.padding)\(caret)\(text)",
    ]
  }

  private func secondaryPlace(_ label: Diagnostic.Label) -> [String] {
    label.text.isEmpty ? [] : ["  \(place(label.location)): \(label.text.visibleLine)"]
  }

  private static func style(_ severity: Diagnostic.Severity) -> RichText.Style {
    switch severity {
    case .error: .bad
    case .warning: .strong
    case .note: .quiet
    }
  }
}

/// The part of a line around a column that is worth showing; long lines are cut on both sides.
private struct LineWindow {
  let text: String
  /// As wide as what stands before the column.
  let padding: String
  private let scalarsAfterColumn: ArraySlice<Unicode.Scalar>

  private static let before = 60
  private static let after = 80

  init(line: String, column: Int) {
    let scalars = Array(line.unicodeScalars)
    let place = min(max(0, column - 1), scalars.count)
    let start = max(0, place - Self.before)
    let end = min(scalars.count, place + Self.after)
    let head = Self.shown(scalars[start..<place])
    text = (start > 0 ? "…" : "") + head + Self.shown(scalars[place..<end]) + (end < scalars.count ? "…" : "")
    padding = String(repeating: " ", count: head.displayWidth + (start > 0 ? 1 : 0))
    scalarsAfterColumn = scalars[place..<end]
  }

  /// How wide so many scalars after the column are shown, as far as the window goes.
  func width(ofScalars count: Int) -> Int {
    max(1, Self.shown(scalarsAfterColumn.prefix(max(0, count))).displayWidth)
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.map { $0 == "\t" ? " " : $0 })
    return String(view).visible
  }
}
