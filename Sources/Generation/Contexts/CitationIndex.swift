import CatalogModel
import Templating

/// Numbers the sources that a design cites, in the order in which they are first cited.
struct CitationIndex {
  /// A source with its words, which the catalog makes anew each time that they are asked for.
  private struct Cited {
    let title: TemplateValue
    let url: TemplateValue
    let publisher: TemplateValue
    let sections: [String: String]

    init(_ source: Source) {
      title = .string(source.title)
      url = .string(source.url)
      publisher = .string(source.publisher)
      sections = source.sections
    }
  }

  private let catalog: Catalog
  private var numbers: [String: Int] = [:]
  private var sources: [Cited] = []

  init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// The citations as a `source` value; what is not in the catalog is left out.
  mutating func value(_ citations: [Citation]) -> TemplateValue {
    .elements(
      citations.compactMap { citation in
        guard let number = number(citation.source) else { return nil }
        let source = sources[number - 1]
        let section = citation.section.flatMap { source.sections[$0] }
        return [
          "number": .integer(number), "title": source.title, "section": .optional(section),
          "url": source.url,
        ]
      })
  }

  private mutating func number(_ id: String) -> Int? {
    if let number = numbers[id] { return number }
    guard let source = catalog.source(id) else { return nil }
    sources.append(Cited(source))
    numbers[id] = sources.count
    return sources.count
  }

  /// Every source that was cited.
  var all: TemplateValue {
    .elements(
      sources.enumerated().map { index, source in
        [
          "number": .integer(index + 1), "title": source.title, "url": source.url,
          "publisher": source.publisher,
        ]
      })
  }
}
