/// Sets a report for reading in a terminal.
struct TerminalRenderer {
  let style: TerminalStyle

  func render(_ blocks: [Block]) -> String {
    var lines: [String] = []
    for block in blocks {
      if !lines.isEmpty, separates(block) { lines.append("") }
      lines += render(block)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func separates(_ block: Block) -> Bool {
    switch block {
    case .heading: true
    case .paragraph, .list, .table, .code: false
    }
  }

  private func render(_ block: Block) -> [String] {
    switch block {
    case .heading(_, let text): return wrap(RichText(text.plain, .strong), indent: "")
    case .paragraph(let text): return wrap(text, indent: "  ")
    case .list(let items): return items.flatMap(render)
    case .table(let table): return render(table)
    case .code(let text, _):
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + String($0).visible }
    }
  }

  private func render(_ item: Block.Item) -> [String] {
    wrap(item.text, indent: "    ", first: "  · ") + item.details.flatMap { wrap($0, indent: "      ") }
  }

  // MARK: Tables

  private func render(_ table: Block.Table) -> [String] {
    let widths = table.columns.indices.map { column in
      ([table.columns[column].title] + table.rows.map { $0[column].plain.visible }).map(\.displayWidth).max()
        ?? 0
    }
    let header = table.columns.map { RichText($0.title, .quiet) }
    return ([header] + table.rows).map { row in
      let cells = row.indices.map { cell(row[$0], width: widths[$0], isNumeric: table.columns[$0].isNumeric) }
      return ("  " + cells.joined(separator: "  ")).trimmedAtEnd
    }
  }

  private func cell(_ text: RichText, width: Int, isNumeric: Bool) -> String {
    let padding = text.plain.visible.padding(to: width)
    let painted = text.spans.map { style.paint($0.text.visible, $0.style) }.joined()
    return isNumeric ? padding + painted : painted + padding
  }

  // MARK: Lines

  /// Breaks between words so that no line is wider than the terminal, unless one word is.
  private func wrap(_ text: RichText, indent: String, first: String? = nil) -> [String] {
    var lines: [String] = []
    var line = first ?? indent
    var width = line.count
    var isStart = true
    for word in words(of: text) {
      let length = word.reduce(0) { $0 + $1.text.displayWidth }
      if !isStart, width + 1 + length > style.width {
        lines.append(line)
        line = indent
        width = indent.count
        isStart = true
      }
      line += (isStart ? "" : " ") + word.map { style.paint($0.text, $0.style) }.joined()
      width += length + (isStart ? 0 : 1)
      isStart = false
    }
    return lines + [line.trimmedAtEnd]
  }

  /// The words of a text; a word may change its style within.
  private func words(of text: RichText) -> [[RichText.Span]] {
    var words: [[RichText.Span]] = [[]]
    for span in text.spans {
      // By bytes: a space or a line break is one in UTF-8, and characters cost ten times as much.
      let pieces = span.text.visible.utf8.split(omittingEmptySubsequences: false) { $0 == 0x20 || $0 == 0x0A }
      for (index, piece) in pieces.enumerated() {
        if index > 0 { words.append([]) }
        if !piece.isEmpty {
          words[words.count - 1].append(RichText.Span(text: String(Substring(piece)), style: span.style))
        }
      }
      if case .link(let url) = span.style, url != span.text {
        words.append([RichText.Span(text: "<\(url.visible)>", style: .quiet)])
      }
    }
    return words.filter { !$0.isEmpty }
  }
}

extension String {
  /// Without spaces at its end.
  var trimmedAtEnd: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return String(self[..<end])
  }
}
