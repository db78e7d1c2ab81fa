package import CatalogModel
package import JSONSyntax
package import Reporting

/// Numbers the sources of a report in the order in which they are first cited, and letters their sections.
package struct CitationList {
  let catalog: Catalog
  private var cited: [(source: String, sections: [String])] = []

  package init(_ catalog: Catalog) { self.catalog = catalog }

  /// The marks of citations, such as `[1, 3b]`.
  package mutating func marks(_ citations: [Citation]) -> RichText {
    guard !citations.isEmpty else { return "" }
    var marks: [String] = []
    for citation in citations { marks.append(mark(of: citation)) }
    return RichText("[\(marks.joined(separator: ", "))]", .quiet)
  }

  private mutating func mark(of citation: Citation) -> String {
    let known = cited.firstIndex { $0.source == citation.source }
    let place = known ?? cited.count
    if known == nil { cited.append((citation.source, [])) }
    guard let section = citation.section else { return String(place + 1) }
    let letter = cited[place].sections.firstIndex(of: section) ?? cited[place].sections.count
    if letter == cited[place].sections.count { cited[place].sections.append(section) }
    return String(place + 1) + Self.letter(letter)
  }

  /// `a` to `z`, then `aa` and so on.
  private static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }

  /// Every source that was cited, with title, address and the sections by their letters.
  package var items: [Block.Item] {
    cited.enumerated().map { number, entry in
      let mark = RichText("[\(number + 1)] ", .quiet)
      guard let source = catalog.source(entry.source) else {
        return Block.Item(mark + RichText(entry.source))
      }
      let words = source.words
      let sections = entry.sections.enumerated().map { letter, section in
        RichText(Self.letter(letter) + "\u{A0}", .quiet) + RichText(source.section(section) ?? section)
      }
      return Block.Item(
        mark + "\(words.publisher), \(words.title). " + RichText(words.url, .link(url: words.url)),
        details: sections.isEmpty ? [] : [sections.joined(separator: " · ")])
    }
  }

  /// Citations in one line of words, for machines.
  package static func words(_ citations: [Citation], in catalog: Catalog) -> JSONValue {
    let words = citations.compactMap { citation in
      catalog.source(citation.source).map { source in
        let section = citation.section.map { ": " + (source.section($0) ?? $0) } ?? ""
        return "\(source.publisher), \(source.title)\(section) (\(source.url))"
      }
    }
    return .string(words.joined(separator: "; "))
  }
}
