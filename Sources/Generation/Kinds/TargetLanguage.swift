package import Templating

/// A language that files are generated in.
package enum TargetLanguage: String, Sendable, Hashable, CaseIterable {
  case apex, csv, dataweave, html, javascript, json, markdown, mermaid, properties, shell, text, xml, yaml

  /// How values are written where a template says nothing else.
  package var escaping: Escaping {
    switch self {
    case .apex: .apex
    case .csv: .csv
    case .dataweave: .dataweave
    case .html: .html
    case .javascript: .javascript
    case .json: .json
    case .markdown: .markdown
    case .mermaid: .mermaid
    case .properties: .properties
    case .shell: .shell
    case .text: .text
    case .xml: .xml
    case .yaml: .yaml
    }
  }
}
