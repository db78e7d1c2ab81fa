/// Sets a report as Markdown that a forge renders in a pull request.
struct MarkdownRenderer {
  func render(_ blocks: [Block]) -> String {
    blocks.map(render).joined(separator: "\n")
  }

  private func render(_ block: Block) -> String {
    switch block {
    case .heading(let level, let text):
      return String(repeating: "#", count: min(6, level + 1)) + " " + inline(text) + "\n"
    case .paragraph(let text): return atLineStart(inline(text)) + "\n"
    case .list(let items): return items.map(render).joined()
    case .table(let table): return render(table)
    case .code(let text, let language):
      let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
      return fence + language + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence + "\n"
    case .details(let summary, let blocks):
      // HTML up to the empty line, and Markdown again behind it.
      let head = "<details><summary>" + HTMLRenderer.inline(summary) + "</summary>\n\n"
      return head + render(blocks) + "\n</details>\n"
    }
  }

  private func render(_ item: Block.Item) -> String {
    "- " + atLineStart(inline(item.text)) + "\n" + item.details.map { "  <br>" + inline($0) + "\n" }.joined()
  }

  private func render(_ table: Block.Table) -> String {
    let header = "| " + table.columns.map { escape($0.title) }.joined(separator: " | ") + " |\n"
    let ruler = "|" + table.columns.map { $0.isNumeric ? "---:|" : "---|" }.joined() + "\n"
    let rows = table.rows.map { "| " + $0.map(inline).joined(separator: " | ") + " |\n" }
    return header + ruler + rows.joined()
  }

  private func inline(_ text: RichText) -> String {
    text.spans.flatMap(\.parts).map(inline).joined()
  }

  private func inline(_ span: RichText.Span) -> String {
    switch span.style {
    case .plain, .prose, .quiet: escape(span.text)
    case .strong, .good, .bad: emphasise(escape(span.text))
    case .code: code(span.text)
    case .link(let url): "[\(escape(span.text))](\(linkTarget(url)))"
    }
  }

  /// Neutralises what only opens a list, a heading, a rule or code at the start of a line.
  private func atLineStart(_ line: String) -> String {
    let text = String(line.drop { $0 == " " })
    if let first = text.first, "-+=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" else { return text }
    return digits + "\\" + rest
  }

  /// Markdown opens and closes emphasis only beside a character that is no space.
  private func emphasise(_ text: String) -> String {
    let start = text.prefix { $0 == " " }
    let end = text.dropFirst(start.count).reversed().prefix { $0 == " " }.count
    let middle = text.dropFirst(start.count).dropLast(end)
    return middle.isEmpty ? text : start + "**" + middle + "**" + String(repeating: " ", count: end)
  }

  private func code(_ text: String) -> String {
    let line = singleLine(text)
    let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
    let padding = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    return fence + padding + line.replacing("|", with: "\\|") + padding + fence
  }

  /// Neutralises everything that Markdown, or HTML within it, would read as more than text.
  private func escape(_ text: String) -> String {
    var escaped = ""
    for character in singleLine(text) {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!": escaped += "\\" + String(character)
      default: escaped.append(character)
      }
    }
    return escaped
  }

  private func linkTarget(_ url: String) -> String {
    singleLine(url).map { character in
      switch character {
      case "(": "%28"
      case ")": "%29"
      case "<": "%3C"
      case ">": "%3E"
      case " ": "%20"
      case "|": "%7C"
      default: String(character)
      }
    }.joined()
  }

  private func singleLine(_ text: String) -> String {
    String(text.visible.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  private func longestRun(of character: Character, in text: String) -> Int {
    var (longest, current) = (0, 0)
    for candidate in text {
      current = candidate == character ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
