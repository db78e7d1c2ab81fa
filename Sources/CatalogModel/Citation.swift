/// A text that the catalog rests on.
package struct Source: Identified, Hashable {
  package let id: String
  private let deferred: Deferred<Words>
  /// Apart from the words, because they are many and seldom asked for.
  private let titles: Deferred<[String: String]>

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
  }

  /// An entry whose words are read later.
  init(id: String, words: Deferred<Words>, sections: Deferred<[String: String]>) {
    self.id = id
    deferred = words
    titles = sections
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
