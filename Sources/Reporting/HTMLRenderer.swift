/// Sets a report as one page of HTML that needs nothing besides itself: no script, no style, image or font of
/// another host.
struct HTMLRenderer {
  let title: String

  func render(_ blocks: [Block]) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(Self.escape(title))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    \(blocks.map(render).joined())</main>
    </body>
    </html>

    """
  }

  private static let style = """
    :root { color-scheme: light dark; --line: #d0d7de; --quiet: #59636e; --bad: #b3261e; --good: #1a7f37; --tint: #f6f8fa }
    @media (prefers-color-scheme: dark) {
      :root { --line: #3d444d; --quiet: #9198a1; --bad: #ff8a80; --good: #56d364; --tint: #161b22 }
    }
    body { font: 16px/1.5 system-ui, sans-serif; margin: 0 }
    main { max-width: 60rem; margin: 0 auto; padding: 1rem }
    h2 { border-top: 1px solid var(--line); padding-top: 1rem; margin-top: 2rem; font-size: 1.2rem }
    code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
    pre { overflow-x: auto; background: var(--tint); padding: .5rem }
    .scroll { overflow-x: auto }
    table { border-collapse: collapse; margin: 1rem 0 }
    th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border: 1px solid var(--line) }
    th { background: var(--tint) }
    .number { text-align: right }
    .quiet, .detail { color: var(--quiet) }
    .bad { color: var(--bad); font-weight: 600 }
    .good { color: var(--good); font-weight: 600 }
    li { margin: .4rem 0 }
    .detail { display: block; font-size: .9em }
    details { margin: .6rem 0 }
    summary { cursor: pointer; color: var(--quiet) }
    """

  private func render(_ block: Block) -> String {
    switch block {
    case .heading(let level, let text):
      let level = min(6, max(1, level))
      return "<h\(level)>\(Self.inline(text))</h\(level)>\n"
    case .paragraph(let text): return "<p>\(Self.inline(text))</p>\n"
    case .list(let items): return "<ul>\n\(items.map(render).joined())</ul>\n"
    case .table(let table): return render(table)
    case .code(let text, _): return "<pre><code>\(Self.escape(text))</code></pre>\n"
    case .details(let summary, let blocks):
      return "<details><summary>\(Self.inline(summary))</summary>\n\(blocks.map(render).joined())</details>\n"
    }
  }

  private func render(_ item: Block.Item) -> String {
    let details = item.details.map { "<span class=\"detail\">\(Self.inline($0))</span>" }
    return "<li>\(Self.inline(item.text))\(details.joined())</li>\n"
  }

  private func render(_ table: Block.Table) -> String {
    func cell(_ tag: String, _ text: String, _ column: Block.Column) -> String {
      "<\(tag)\(column.isNumeric ? " class=\"number\"" : "")>\(text)</\(tag)>"
    }
    let header = table.columns.map { cell("th", Self.escape($0.title), $0) }.joined()
    let rows = table.rows.map { row in
      "<tr>\(zip(row, table.columns).map { cell("td", Self.inline($0), $1) }.joined())</tr>\n"
    }
    return "<div class=\"scroll\"><table>\n<tr>\(header)</tr>\n\(rows.joined())</table></div>\n"
  }

  static func inline(_ text: RichText) -> String {
    text.spans.flatMap(\.parts).map { span in
      let escaped = escape(span.text)
      return switch span.style {
      case .plain, .prose: escaped
      case .strong: "<strong>\(escaped)</strong>"
      case .code: "<code>\(escaped)</code>"
      case .quiet: "<span class=\"quiet\">\(escaped)</span>"
      case .good: "<span class=\"good\">\(escaped)</span>"
      case .bad: "<span class=\"bad\">\(escaped)</span>"
      case .link(let url): link(escaped, url)
      }
    }.joined()
  }

  /// Only addresses of the web become links; others could run something.
  private static func link(_ text: String, _ url: String) -> String {
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return text }
    return "<a href=\"\(escape(url))\" rel=\"noreferrer\">\(text)</a>"
  }

  /// Neutralises everything that HTML would read as more than text.
  static func escape(_ text: String) -> String {
    var escaped = ""
    for character in text.visible {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
