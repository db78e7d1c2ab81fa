package import CatalogModel
package import JSONSyntax
package import Reporting

/// Numbers the sources of a report in the order in which they are first cited.
package struct CitationList {
  private let catalog: Catalog
  private var numbers: [Citation: Int] = [:]
  private var cited: [Citation] = []

  package init(_ catalog: Catalog) { self.catalog = catalog }

  /// The numbers of citations, such as `[1, 3]`.
  package mutating func marks(_ citations: [Citation]) -> RichText {
    guard !citations.isEmpty else { return "" }
    let marks = citations.map { String(number(of: $0)) }.joined(separator: ", ")
    return RichText("[\(marks)]", .quiet)
  }

  private mutating func number(of citation: Citation) -> Int {
    if let number = numbers[citation] { return number }
    cited.append(citation)
    numbers[citation] = cited.count
    return cited.count
  }

  /// Every citation that was numbered, with title and address.
  package var items: [RichText] {
    cited.enumerated().map { number, citation in
      let mark = RichText("[\(number + 1)]", .quiet)
      guard let source = catalog.source(citation.source) else { return mark + " \(citation.source)" }
      return mark + " \(title(of: citation, in: source)). " + RichText(source.url, .link(url: source.url))
    }
  }

  private func title(of citation: Citation, in source: Source) -> String {
    let section = citation.section.flatMap { source.sections[$0] }
    return ([source.publisher + ", " + source.title] + [section].compactMap { $0 }).joined(separator: ": ")
  }

  /// Citations in one line of words, for machines.
  package static func words(_ citations: [Citation], in catalog: Catalog) -> JSONValue {
    let list = CitationList(catalog)
    let words = citations.compactMap { citation in
      catalog.source(citation.source).map { list.title(of: citation, in: $0) + " (\($0.url))" }
    }
    return .string(words.joined(separator: "; "))
  }
}
