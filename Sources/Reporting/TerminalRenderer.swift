/// Sets a report for reading in a terminal.
struct TerminalRenderer {
  let style: TerminalStyle

  func render(_ blocks: [Block]) -> String {
    var page = LineFiller(style: style)
    for block in blocks {
      if !page.bytes.isEmpty, separates(block) { page.add(line: "") }
      render(block, on: &page)
    }
    return String(decoding: page.bytes, as: UTF8.self)
  }

  private func separates(_ block: Block) -> Bool {
    switch block {
    case .heading: true
    case .paragraph, .list, .table, .code, .details: false
    }
  }

  private func render(_ block: Block, on page: inout LineFiller) {
    switch block {
    case .heading(_, let text): page.fill(RichText(text.plain, .strong), indent: 0)
    case .paragraph(let text): page.fill(text, indent: 2)
    case .list(let items):
      for item in items {
        page.fill(item.text, indent: 4, first: "  · ")
        for detail in item.details { page.fill(detail, indent: 6) }
      }
    case .table(let table): for line in lines(of: table) { page.add(line: line) }
    case .code(let text, _):
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        page.add(line: "  " + String(line).visible)
      }
    case .details(let summary, let blocks):
      page.fill(summary, indent: 2)
      for block in blocks { render(block, on: &page) }
    }
  }

  // MARK: Tables

  private func lines(of table: Block.Table) -> [String] {
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
        return "  " + cells.joined(separator: "  ")
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
}
