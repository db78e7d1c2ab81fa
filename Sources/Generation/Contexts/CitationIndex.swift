import CatalogModel
import Templating

/// Numbers the sources that a design cites, in the order in which they are first cited.
struct CitationIndex {
  /// A source with its words, which the catalog makes anew each time that they are asked for.
  private struct Cited {
    let source: Source
    let title: TemplateValue
    let url: TemplateValue
    let publisher: TemplateValue

    init(_ source: Source) {
      self.source = source
      let words = source.words
      title = .string(words.title)
      url = .string(words.url)
      publisher = .string(words.publisher)
    }
  }

  private let catalog: Catalog
  private var numbers: [String: Int] = [:]
  private var sources: [Cited] = []
  /// What is said of a citation wherever it stands.
  private var values: [Citation: TemplateObject] = [:]

  init(catalog: Catalog) {
    self.catalog = catalog
  }

  /// The citations as a `source` value; what is not in the catalog is left out.
  mutating func value(_ citations: [Citation]) -> TemplateValue {
    var elements: [TemplateObject] = []
    elements.reserveCapacity(citations.count)
    for citation in citations {
      if let element = element(citation) { elements.append(element) }
    }
    return .elements(elements)
  }

  private mutating func element(_ citation: Citation) -> TemplateObject? {
    if let known = values[citation] { return known }
    guard let number = number(citation.source) else { return nil }
    let cited = sources[number - 1]
    let section = citation.section.flatMap(cited.source.section)
    let element: TemplateObject = [
      "number": .integer(number), "section": .optional(section), "title": cited.title, "url": cited.url,
    ]
    values[citation] = element
    return element
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
