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
    case .paragraph, .list, .table, .code, .details: false
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
    case .details(let summary, let blocks):
      return wrap(summary, indent: "  ") + blocks.flatMap(render)
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

  private func wrap(_ text: RichText, indent: String, first: String? = nil) -> [String] {
    var filler = LineFiller(style: style, indent: indent, first: first ?? indent)
    for span in text.spans { filler.add(span) }
    return filler.finish()
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
