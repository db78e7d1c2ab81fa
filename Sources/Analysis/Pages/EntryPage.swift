package import CatalogModel
import JSONSyntax
package import Reporting
import Requirements

/// The page of one entry, gathered for people and for machines at once.
package struct EntryPage {
  let entry: CatalogEntry
  let catalog: Catalog
  let conditions: ConditionText
  var citations: CitationList
  private var blocks: [Block] = []
  private var members: [JSONMember] = []

  /// Something in a list, as people and as machines see it.
  struct Item {
    let item: Block.Item
    let value: JSONValue
  }

  private init(_ entry: CatalogEntry, _ catalog: Catalog) {
    self.entry = entry
    self.catalog = catalog
    conditions = ConditionText(vocabulary: catalog.vocabulary)
    citations = CitationList(catalog)
  }

  /// Everything that the catalog knows of an entry.
  package static func make(_ entry: CatalogEntry, _ catalog: Catalog) -> Report {
    var page = EntryPage(entry, catalog)
    page.open()
    page.fill()
    return page.close()
  }

  private mutating func open() {
    blocks.append(.heading(level: 1, heading))
    members += [
      JSONMember("schema", "entry/1"), JSONMember("kind", .string(entry.kind.rawValue)),
      JSONMember("id", .string(entry.id)), JSONMember("title", .string(entry.title)),
      JSONMember("file", .string(entry.origin?.file ?? entry.kind.path(of: entry.id))),
    ]
    let changes = catalog.changes(of: entry)
    blocks += OverlayText.paragraphs(changes)
    if !changes.isEmpty { members.append(JSONMember("overlays", .array(changes.map(OverlayText.value)))) }
  }

  /// Derivations and constraints have no title but what they say.
  private var heading: RichText {
    switch entry {
    case .derivation(let derivation):
      "How \(catalog.vocabulary[derivation.derives].id.description) follows (\(entry.id))"
    case .constraint: "A constraint (\(entry.id))"
    case .candidate, .practice, .antiPattern, .rule, .limit, .contradiction, .requirement, .role, .source,
      .scenario:
      "\(RichText(entry.title)) (\(entry.id))"
    }
  }

  private mutating func fill() {
    switch entry {
    case .candidate(let candidate): fill(candidate)
    case .practice(let practice): fill(practice)
    case .antiPattern(let antiPattern): fill(antiPattern)
    case .rule(let rule): fill(rule)
    case .limit(let limit): fill(limit)
    case .derivation(let derivation): fill(derivation)
    case .constraint(let constraint): fill(constraint)
    case .contradiction(let contradiction): fill(contradiction)
    case .requirement(let requirement, let index): fill(requirement, index)
    case .role(let role): fill(role)
    case .source(let source): fill(source)
    case .scenario(let scenario): fill(scenario)
    }
    listContradictions()
  }

  private mutating func close() -> Report {
    if !citations.items.isEmpty {
      blocks += [.heading(level: 2, "Sources"), .list(citations.items)]
    }
    return Report(blocks: blocks, payload: .object(members))
  }

  // MARK: Parts

  /// A paragraph, and what it says as a member.
  mutating func say(_ key: String, _ text: String, label: String? = nil, _ cited: [Citation] = []) {
    let lead = label.map { RichText($0 + ": ", .quiet) } ?? ""
    let marks = citations.marks(cited)
    blocks.append(.paragraph(lead + RichText(text, .prose) + (cited.isEmpty ? "" : " " + marks)))
    members.append(JSONMember(key, .string(text)))
    if !cited.isEmpty { members.append(JSONMember(key + "Source", words(cited))) }
  }

  /// A section with its heading; in JSON an array, also where it is empty and nothing is shown.
  mutating func list(_ key: String, _ title: RichText, _ items: [Item]) {
    members.append(JSONMember(key, .array(items.map(\.value))))
    guard !items.isEmpty else { return }
    blocks += [.heading(level: 2, title), .list(items.map(\.item))]
  }

  mutating func add(_ block: Block) { blocks.append(block) }
  mutating func member(_ key: String, _ value: JSONValue) { members.append(JSONMember(key, value)) }

  func words(_ citations: [Citation]) -> JSONValue { CitationList.words(citations, in: catalog) }

  // MARK: Items

  /// An entry that another points to, and why.
  mutating func reference(
    _ id: String, _ text: RichText, because: String? = nil, _ cited: [Citation] = [],
    more: [JSONMember] = []
  ) -> Item {
    let marks = citations.marks(cited)
    let line = RichText(id, .code) + (text.plain.isEmpty ? "" : ": " + text)
    var value = [JSONMember("id", .string(id))] + more
    if let because { value.append(JSONMember("because", .string(because))) }
    if !cited.isEmpty { value.append(JSONMember("source", words(cited))) }
    return Item(
      item: Block.Item(
        line + (cited.isEmpty ? "" : " " + marks), details: because.map { [RichText($0, .prose)] } ?? []),
      value: .object(value))
  }

  /// A rule with what it does and when.
  mutating func item(_ rule: Rule, _ does: String) -> Item {
    let marks = citations.marks(rule.citations, of: rule.origin)
    let when = conditions.text(of: rule.when)
    return Item(
      item: Block.Item(
        RichText(rule.id, .code) + " \(does): " + RichText(rule.because, .prose) + " " + marks,
        details: [RichText("when ", .quiet) + RichText(when, .code)]),
      value: [
        "id": .string(rule.id), "does": .string(does), "when": condition(rule.when),
        "because": .string(rule.because), "source": words(rule.citations),
      ])
  }

  func condition(_ predicate: Predicate) -> JSONValue {
    .object(
      predicate.tests.map { test in
        JSONMember(
          catalog.vocabulary[test.requirement].id.description, .string(conditions.accepted(by: test)))
      })
  }

  /// The tests of a condition in a list.
  func tests(of predicate: Predicate) -> Block {
    .list(conditions.tests(of: predicate).map { Block.Item(RichText($0, .code)) })
  }
}
