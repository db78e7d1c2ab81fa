/// A text that the catalog rests on.
package struct Source: Identified, Hashable {
  package let id: String
  private let deferred: Deferred<Words>
  /// Apart from the words, because they are many and seldom asked for.
  private let titles: Deferred<[String: String]>
  private let titleOfSection: @Sendable (String) -> String?

  /// Who stands behind a source.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case official, standard, seed, community
  }

  package init(
    id: String, title: String, publisher: String, kind: Kind, url: String, edition: String?,
    retrieved: String?, sections: [String: String]
  ) {
    self.id = id
    let own = Words(
      title: title, publisher: publisher, kind: kind, url: url, edition: edition, retrieved: retrieved)
    deferred = Deferred { own }
    titles = Deferred { sections }
    titleOfSection = { sections[$0] }
  }

  /// An entry whose words are read later.
  init(id: String, _ entry: @escaping @Sendable () -> EntryReader) {
    self.id = id
    deferred = Deferred { Words(entry()) }
    titles = Deferred { Self.sections(entry()) }
    titleOfSection = { Self.title(ofSection: $0, entry()) }
  }

  /// What an entry says in words, read when somebody asks.
  package struct Words: Sendable, Hashable {
    package let title: String
    package let publisher: String
    let kind: Kind
    package let url: String
    let edition: String?
    let retrieved: String?
  }

  /// All that it says, read once.
  package var words: Words { deferred.value }

  package var title: String { words.title }
  package var publisher: String { words.publisher }
  package var kind: Kind { words.kind }
  package var url: String { words.url }
  package var edition: String? { words.edition }
  /// The day on which it was read, as `YYYY-MM-DD`.
  package var retrieved: String? { words.retrieved }
  /// The titles of its sections, by anchor.
  package var sections: [String: String] { titles.value }

  /// The title of the section with this anchor.
  package func section(_ anchor: String) -> String? { titleOfSection(anchor) }

  package static func == (left: Source, right: Source) -> Bool {
    left.id == right.id && left.words == right.words && left.sections == right.sections
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A reference to a source, and to a section of it.
package struct Citation: Sendable, Hashable, CustomStringConvertible {
  package let source: String
  package let section: String?

  package init(source: String, section: String?) {
    self.source = source
    self.section = section
  }

  package var description: String { section.map { source + "#" + $0 } ?? source }
}
