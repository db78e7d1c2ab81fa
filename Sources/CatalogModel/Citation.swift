/// A text that the catalog rests on.
package struct Source: Sendable, Hashable {
  package let id: String
  package let title: String
  package let publisher: String
  package let kind: Kind
  package let url: String
  package let edition: String?
  /// The day on which it was read, as `YYYY-MM-DD`.
  package let retrieved: String?
  /// The titles of its sections, by anchor.
  package let sections: [String: String]

  /// Who stands behind a source.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case official, standard, seed, community
  }

  package init(
    id: String, title: String, publisher: String, kind: Kind, url: String, edition: String?,
    retrieved: String?, sections: [String: String]
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.kind = kind
    self.url = url
    self.edition = edition
    self.retrieved = retrieved
    self.sections = sections
  }
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
