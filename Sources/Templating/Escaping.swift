/// The context in the target language that a value is written into, and cannot leave.
///
/// A template names a context by its raw value, as in `{{#escape.xml-attribute}}`. The guarantee
/// holds for a value together with the output before it; it says nothing of text that the template
/// itself puts behind the value. Characters that a context cannot hold in any spelling become
/// U+FFFD. Controls of the writing direction, which can make code look like other code, are spelt as
/// escapes, or become U+FFFD where there are none.
package enum Escaping: String, Sendable, Hashable, CaseIterable {
  /// Plain text, where nothing means anything: as it is.
  case text

  /// Text of XML, or an attribute in either kind of quotes. A line break or tab stays one, and an
  /// XML parser turns it into a space within an attribute.
  case xml
  /// An attribute of XML in either kind of quotes; line breaks and tabs survive.
  case xmlAttribute = "xml-attribute"
  /// Between `<!--` and `-->`; a space goes between two hyphens.
  case xmlComment = "xml-comment"
  /// Between `<![CDATA[` and `]]>`; the section is interrupted where it would end.
  case cdata
  /// Text of HTML, or an attribute in either kind of quotes.
  case html

  /// A string of JSON, between its quotes.
  case json
  /// A double-quoted scalar of YAML, between its quotes.
  case yaml
  /// A string of Apex or SOQL, between its single quotes.
  case apex
  /// A string of JavaScript, between quotes of any kind, backticks included, also in a page of HTML.
  case javascript
  /// A double-quoted string of DataWeave; `$` is spelt as an escape, so that neither DataWeave's
  /// interpolation nor Mule's `${…}` sees it.
  case dataweave
  /// A key or value of a Java properties file, which becomes pure ASCII.
  case properties
  /// A word of a POSIX shell, between single quotes.
  case shell
  /// A field of CSV, between double quotes; a `'` goes before what a spreadsheet would calculate.
  case csv
  /// One segment of a URL's path, or a parameter of its query. Of `.` and `..`, which name other
  /// segments even when they are encoded, nothing is left but underscores.
  case urlSegment = "url-segment"

  /// A `/* … */` comment; line breaks become spaces.
  case comment
  /// A comment that ends with its line, in any language; line breaks become spaces.
  case lineComment = "line-comment"
  /// A text of a Mule configuration that is only shown, such as `doc:name`: a space goes into `${`
  /// and `#[`. Combine with an escaping of XML.
  case muleText = "mule-text"

  /// Running text or a table cell of Markdown; line breaks become spaces.
  case markdown
  /// Running text of Markdown in which what stands between two backticks is code; for text of the knowledge, whose
  /// authors write so, and as safe as `markdown`.
  case markdownProse = "markdown-prose"
  /// A code span of Markdown between single backticks; line breaks become spaces and backticks
  /// single quotes, for which a code span has no spelling.
  case markdownCode = "markdown-code"
  /// The destination of a Markdown link, a URL between `(` and `)`; what would end it is encoded.
  case markdownLink = "markdown-link"
  /// A label or message of Mermaid, in double quotes or to the end of the line.
  case mermaid

  /// The text as it has to be written in the context.
  package func escape(_ text: String) -> String {
    var output: [UInt8] = []
    append(text, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Writes the text behind output that may already stand in the same context.
  func append(_ text: String, to output: inout [UInt8]) {
    switch self {
    case .text: output.append(contentsOf: text.utf8)
    case .xml: output.append(text, replacing: XMLEscapes.text)
    case .xmlAttribute: output.append(text, replacing: XMLEscapes.attribute)
    case .xmlComment: output.append(text, replacing: XMLEscapes.comment)
    case .cdata: output.append(text, replacing: XMLEscapes.cdata)
    case .html: output.append(text, replacing: HTMLEscapes.text)
    case .json: output.append(text, replacing: StringEscapes.json)
    case .yaml: output.append(text, replacing: StringEscapes.yaml)
    case .apex: output.append(text, replacing: StringEscapes.apex)
    case .javascript: output.append(text, replacing: StringEscapes.javascript)
    case .dataweave: output.append(text, replacing: StringEscapes.dataweave)
    case .properties: output.append(text, replacing: StringEscapes.properties)
    case .shell: output.append(text, replacing: ShellEscapes.singleQuoted)
    case .csv: output.append(text, replacing: CSVEscapes.field)
    case .urlSegment: output.append(URLEscapes.harmless(text), replacing: URLEscapes.segment)
    case .comment: output.append(text, replacing: CommentEscapes.block)
    case .lineComment: output.append(text, replacing: CommentEscapes.line)
    case .muleText: output.append(text, replacing: CommentEscapes.muleText)
    case .markdown: output.append(MarkdownEscapes.trimmed(text), replacing: MarkdownEscapes.text)
    case .markdownProse: MarkdownEscapes.appendProse(text, to: &output)
    case .markdownCode: output.append(text.isEmpty ? " " : text, replacing: MarkdownEscapes.code)
    case .markdownLink: output.append(text, replacing: MarkdownEscapes.link)
    case .mermaid: output.append(text, replacing: MermaidEscapes.label)
    }
  }
}

extension [Escaping] {
  /// Writes the text for contexts within each other, the innermost first.
  func append(_ text: String, to output: inout [UInt8]) {
    guard let outermost = last else { return }
    let inner = dropLast().reduce(text) { text, escaping in escaping.escape(text) }
    outermost.append(inner, to: &output)
  }
}
