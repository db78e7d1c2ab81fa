package import CatalogModel
package import Diagnostics
import YAMLSyntax

/// A catalog of two patterns, two topologies and three technologies, for tests of mechanism.
package enum TinyCatalog {
  private static let vocabulary = """
    a:
      flag: { type: boolean, asks: "Is the flag up?" }
      other: { type: boolean, asks: "And the other?" }
      count: { type: count, asks: "How many?" }
      owned: { type: list, values: [p, q], asks: "What is owned?" }
    """

  private static func candidate(_ id: String, order: Int, more: String = "") -> String {
    """
    id: \(id)
    title: \(id)
    order: \(order)
    intent: To be chosen.
    best-when: [ { says: Always., source: book } ]
    wrong-when: [ { says: Never., source: book } ]
    source: book
    \(more)
    """
  }

  private static func technology(_ id: String, order: Int, status: String = "supported") -> String {
    candidate(
      id, order: order,
      more: """
        status: \(status)
        license: { needs: [] }
        directions: [view]
        timing: [synchronous]
        initiated-by: [salesforce]
        """)
  }

  private static let roles = """
    roles:
      - role: first
        candidates:
          - { id: hammer, fit: best, ratings: { book: best }, source: book }
          - { id: tongs, fit: best, ratings: { book: best }, source: book }
      - role: middle
        from: topology
      - role: second
        after: [hammer]
        optional: true
        candidates:
          - { id: anvil, fit: good, because: It stands there., source: book }
    """

  /// The files without rules.
  package static let base: [String: String] = [
    "catalog.yaml": "catalog: 1\nid: tiny\ntitle: Tiny\nversion: \"1.0.0\"\n",
    "vocabulary.yaml": vocabulary,
    "roles.yaml": """
    first: { title: First, does: begins }
    middle: { title: Middle, does: goes on }
    second: { title: Second, does: ends }
    """,
    "sources/book.yaml": """
    id: book
    title: The book
    publisher: The press
    kind: community
    url: https://example.com/book
    """,
    "patterns/one.yaml": candidate("one", order: 1, more: roles),
    "patterns/two.yaml": candidate("two", order: 2),
    "topologies/flat.yaml": candidate("flat", order: 1),
    "topologies/deep.yaml": candidate(
      "deep", order: 2,
      more: """
        roles:
          - role: middle
            candidates: [ { id: anvil, fit: good, because: It stands there., source: book } ]
        """),
    "technologies/hammer.yaml": technology("hammer", order: 1),
    "technologies/tongs.yaml": technology("tongs", order: 2, status: "preferred"),
    "technologies/anvil.yaml": technology("anvil", order: 3),
    "practices/care.yaml": "id: care\ntitle: Care\nintent: Take care.\nhow: Carefully.\nsource: book\n",
  ]

  /// A rule file; `then` holds its effects as YAML.
  package static func rule(_ id: String, when: String, then: String) -> (String, String) {
    (
      "rules/\(id).yaml",
      """
      id: \(id)
      title: \(id)
      when: \(when)
      then: \(then)
      because: It is so.
      source: book
      examples:
        - { given: { a.flag: true, a.other: true, a.count: 10, a.owned: [p] }, expect: fires }
        - { given: { a.flag: false, a.other: false, a.count: 0, a.owned: [] }, expect: rests }
      """
    )
  }

  /// The catalog with these files added or put in place of others.
  package static func make(
    _ files: [(String, String)] = [], into bag: inout DiagnosticBag
  ) -> Catalog {
    let all = base.merging(files, uniquingKeysWith: { _, new in new })
    let parsed = all.sorted { $0.key < $1.key }.compactMap { path, text in
      YAMLTree.parse(SourceFile(name: "tiny/" + path, text: text), into: &bag).map {
        CatalogFile(path: path, tree: $0)
      }
    }
    return CatalogReader.readChecked(parsed, digest: "sha256:tiny", into: &bag)
  }
}
