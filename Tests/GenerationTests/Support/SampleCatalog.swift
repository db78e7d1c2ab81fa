import CatalogModel
import Diagnostics
import Testing
import YAMLSyntax

/// A small catalog for tests of generation: one pattern, one topology, two technologies.
enum SampleCatalog {
  private static let files: [String: String] = [
    "catalog.yaml": "catalog: 1\nid: sample\ntitle: Sample\nversion: \"1.0.0\"\n",
    "vocabulary.yaml": """
    latency:
      human-waits: { type: boolean, asks: "Does a person wait?" }
      within: { type: duration, classes: { soon: 60s, ever: unbounded }, asks: "How late?" }
    volume:
      events-per-hour-peak: { type: count, asks: "How many?" }
      payload: { type: size, asks: "How large?" }
    remote:
      name: { type: text, asks: "Its name?" }
      response-time: { type: duration, asks: "How slow?" }
    security:
      auth: { type: enum, values: [basic, api-key, saml], asks: "How does the caller authenticate?" }
      compliance: { type: list, values: [gdpr, pii], asks: "Which obligations?" }
    """,
    "roles.yaml": """
    publish: { title: Publish, does: makes it known, flow: { as: link, asynchronous: true } }
    mediate: { title: Mediate, does: stands between, flow: { as: station } }
    """,
    "sources/book.yaml": """
    id: book
    title: The Book
    publisher: The Press
    kind: official
    url: https://example.com/book
    sections: { one: Chapter One }
    """,
    "sources/tale.yaml": """
    { id: tale, title: The Tale, publisher: The Press, kind: seed, url: "https://example.com/tale" }
    """,
    "patterns/send.yaml": """
    id: send
    title: Send and forget
    order: 1
    intent: Sends.
    best-when: [ { says: Nobody waits., source: book#one } ]
    wrong-when: [ { says: Somebody waits., source: book } ]
    practices: [ { id: care, because: Things break., source: tale } ]
    roles:
      - role: publish
        candidates: [ { id: bus, fit: best, ratings: { book: best }, source: book#one } ]
      - { role: mediate, from: topology }
    source: book#one
    """,
    "topologies/middle.yaml": """
    id: middle
    title: Middle
    order: 1
    intent: Stands between.
    best-when: [ { says: Always., source: book } ]
    wrong-when: [ { says: Never., source: book } ]
    roles:
      - role: mediate
        candidates: [ { id: mule, fit: good, because: It is there., source: tale } ]
    source: book
    """,
    "technologies/bus.yaml": technology("bus", order: 1),
    "technologies/mule.yaml": technology("mule", order: 2),
    "technologies/owl.yaml": technology("owl", order: 3),
    "practices/care.yaml": "{ id: care, title: Care, intent: Take care., how: Carefully., source: book }\n",
    "practices/rest.yaml": "{ id: rest, title: Rest, intent: Take a rest., how: Quietly., source: book }\n",
    "rules/nobody-waits.yaml": """
    id: nobody-waits
    title: Nobody waits
    when: { latency.human-waits: false }
    then: [ { prefer: send, points: 10 }, { warn: Look after it. } ]
    because: Nobody waits.
    source: [book#one, tale]
    examples:
      - { given: { latency.human-waits: false }, expect: fires }
      - { given: { latency.human-waits: true }, expect: rests }
    """,
  ]

  private static func technology(_ id: String, order: Int) -> String {
    """
    id: \(id)
    title: The \(id)
    order: \(order)
    intent: Is a \(id).
    best-when: [ { says: Always., source: book } ]
    wrong-when: [ { says: Never., source: book } ]
    status: supported
    license: { needs: [] }
    directions: [out-of-salesforce]
    timing: [asynchronous]
    initiated-by: [salesforce]
    source: book
    """
  }

  static func make() throws -> Catalog {
    var bag = DiagnosticBag()
    let parsed = files.sorted { $0.key < $1.key }.compactMap { path, text in
      YAMLTree.parse(SourceFile(name: "sample/" + path, text: text), into: &bag).map {
        CatalogFile(path: path, tree: $0)
      }
    }
    let catalog = CatalogReader.read(parsed, digest: "sha256:sample", into: &bag)
    try #require(bag.isEmpty)
    return catalog
  }
}
