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
    let texts = table.columns.indices.map { column in
      [table.columns[column].title] + table.rows.map { $0[column].plain.visible }
    }
    var widths = texts.map { $0.map(\.displayWidth).max() ?? 0 }
    if table.wraps { narrow(&widths, texts) }
    let header = table.columns.map { RichText($0.title, .quiet) }
    return ([header] + table.rows).flatMap { row in
      lines(of: row, widths).map { line in
        let cells = line.indices.map {
          cell(line[$0], width: widths[$0], isNumeric: table.columns[$0].isNumeric)
        }
        return ("  " + cells.joined(separator: "  ")).trimmedAtEnd
      }
    }
  }

  /// Takes from the widest columns until a row fits, as far as their longest words allow.
  private func narrow(_ widths: inout [Int], _ texts: [[String]]) {
    let words = texts.map { column in
      column.flatMap { $0.split(separator: " ") }.map { String($0).displayWidth }.max() ?? 0
    }
    let room = style.width - 2 * widths.count
    var excess = widths.reduce(0, +) - room
    while excess > 0 {
      let candidates = widths.indices.filter { widths[$0] > words[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
      excess -= 1
    }
  }

  /// The lines of a row: as many as its longest cell needs.
  private func lines(of row: [RichText], _ widths: [Int]) -> [[RichText]] {
    let isWider = row.indices.contains { row[$0].plain.visible.displayWidth > widths[$0] }
    guard isWider else { return [row] }
    let cells = row.indices.map { broken(row[$0], at: widths[$0]) }
    let count = cells.map(\.count).max() ?? 0
    return (0..<count).map { line in cells.map { line < $0.count ? $0[line] : "" } }
  }

  /// A text broken between words.
  private func broken(_ text: RichText, at width: Int) -> [RichText] {
    var lines: [RichText] = []
    var (line, isStart) = (RichText(""), true)
    for span in text.spans {
      for (index, word) in span.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        let piece = RichText(String(word), span.style)
        let isNewWord = index > 0
        let needed = line.plain.visible.displayWidth + (isNewWord ? 1 : 0) + piece.plain.visible.displayWidth
        if isNewWord, !isStart, needed > width {
          lines.append(line)
          (line, isStart) = (piece, false)
          continue
        }
        line = line + (isNewWord ? " " : "") + piece
        isStart = false
      }
    }
    return lines + [line]
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
