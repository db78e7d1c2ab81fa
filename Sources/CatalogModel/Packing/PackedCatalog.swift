import Requirements
package import Packing
package import YAMLSyntax

/// A catalog as the build prepares it: what a decision needs is written out, and what entries say in words
/// is read from their documents when somebody asks.
package enum PackedCatalog {
  /// - Parameters:
  ///   - catalog: without examples and scenarios, which no decision needs.
  ///   - documents: the names of the forest's documents, in its order.
  package static func write(
    _ catalog: Catalog, documents: [String], to pack: inout PackWriter
  ) {
    let numbers = Dictionary(uniqueKeysWithValues: documents.enumerated().map { ($0.element, $0.offset) })
    CatalogPacker(numbers: numbers).write(catalog, to: &pack)
  }

  /// Behind the catalog stands its decision table.
  ///
  /// - Parameter forest: the documents of the catalog that was written.
  package static func read(from pack: inout PackReader, _ forest: YAMLForest) -> Catalog {
    let reader = CatalogUnpacker(forest: forest)
    return Catalog(
      id: pack.text(), title: pack.text(), version: pack.text(), digest: pack.text(),
      vocabulary: Vocabulary(from: &pack), sources: Entries(pack.list(), reader.source),
      roles: pack.list(reader.roleDescription), candidates: pack.list(reader.candidate),
      practices: Entries(pack.list(), reader.practice),
      antiPatterns: Entries(pack.list(), reader.antiPattern),
      rules: Entries(pack.list(), reader.rule), derivations: pack.list(reader.derivation),
      constraints: pack.list(reader.constraint), limits: Entries(pack.list(), reader.limit), scenarios: [],
      table: pack.rest)
  }
}

struct CatalogPacker {
  /// The numbers of the documents, by their names.
  let numbers: [String: Int]

  func write(_ catalog: Catalog, to pack: inout PackWriter) {
    for text in [catalog.id, catalog.title, catalog.version, catalog.digest] { pack.write(text) }
    catalog.vocabulary.write(to: &pack)
    pack.write(separately: catalog.sources) {
      $1.write($0.id)
      write(document: "catalog/sources/\($0.id).yaml", to: &$1)
    }
    pack.write(catalog.roles, write)
    pack.write(catalog.candidates, write)
    pack.write(separately: catalog.practices) {
      $1.write($0.id)
      write($0.origin, to: &$1)
    }
    pack.write(separately: catalog.antiPatterns, write)
    pack.write(separately: catalog.rules, write)
    pack.write(catalog.derivations, write)
    pack.write(catalog.constraints, write)
    pack.write(separately: catalog.limits, write)
  }

  func write(_ origin: Origin, to pack: inout PackWriter) {
    write(document: origin.file, to: &pack)
    pack.write(origin.line)
  }

  func write(_ citations: [Citation], to pack: inout PackWriter) {
    pack.write(citations) {
      $1.write($0.source)
      $1.write($0.section)
    }
  }

  private func write(document name: String, to pack: inout PackWriter) {
    guard let number = numbers[name] else {
      preconditionFailure("the catalog has an entry from '\(name)', which is not embedded")
    }
    pack.write(number)
  }
}

struct CatalogUnpacker {
  let forest: YAMLForest

  /// Where an entry stands, and how its words are read.
  func place(_ pack: inout PackReader) -> (origin: Origin, entry: @Sendable () -> EntryReader) {
    let number = pack.integer()
    let origin = Origin(file: forest.name(at: number), line: pack.integer())
    return (origin, entry(number))
  }

  func source(_ pack: inout PackReader) -> Source {
    let id = pack.text()
    let entry = entry(pack.integer())
    return Source(id: id, entry)
  }

  func practice(_ pack: inout PackReader) -> Practice {
    let id = pack.text()
    let (origin, entry) = place(&pack)
    return Practice(id: id, origin: origin, words: Deferred { Practice.Words(entry()) })
  }

  func citations(_ pack: inout PackReader) -> [Citation] {
    pack.list { Citation(source: $0.text(), section: $0.optionalText()) }
  }

  private func entry(_ number: Int) -> @Sendable () -> EntryReader {
    { [forest] in EntryReader(forest.tree(at: number).root) }
  }
}
