import CatalogModel
import JSONSyntax
import Reporting

extension EntryPage {
  mutating func fill(_ contradiction: Contradiction) {
    say("verdict", contradiction.verdict, label: "Verdict", contradiction.citations)
    list("claims", "What the sources say", contradiction.claims.map { item($0) })
    var concerned: [Item] = []
    for id in contradiction.concerns {
      for entry in catalog.entries(concernedAs: id) {
        concerned.append(
          reference(
            id, RichText(entry.title), more: [JSONMember("kind", .string(entry.kind.rawValue))]))
      }
    }
    list("concerns", "What it concerns", concerned)
  }

  /// What sources say differently about the entry, on the pages of those that can be concerned.
  mutating func listContradictions() {
    guard entry.canBeConcerned else { return }
    let own = catalog.contradictions.filter { $0.concerns.contains(entry.id) }
    list("contradictions", "Where sources disagree", own.map { item($0) })
  }

  private mutating func item(_ claim: Contradiction.Claim) -> Item {
    Item(
      item: Block.Item(RichText(claim.says, .prose) + " " + citations.marks(claim.citations)),
      value: ["says": .string(claim.says), "source": words(claim.citations)])
  }

  private mutating func item(_ contradiction: Contradiction) -> Item {
    let claims = contradiction.claims.map { item($0) }
    let verdict = RichText(contradiction.verdict, .prose) + " " + citations.marks(contradiction.citations)
    return Item(
      item: Block.Item(
        RichText(contradiction.title) + " (" + RichText(contradiction.id, .code) + ")",
        details: claims.map(\.item.text) + [RichText("verdict: ", .quiet) + verdict]),
      value: [
        "id": .string(contradiction.id), "title": .string(contradiction.title),
        "claims": .array(claims.map(\.value)), "verdict": .string(contradiction.verdict),
        "source": words(contradiction.citations),
      ])
  }
}

extension CatalogEntry {
  /// Whether a contradiction may name it.
  var canBeConcerned: Bool {
    switch self {
    case .candidate, .practice, .antiPattern, .rule, .limit: true
    case .derivation, .constraint, .contradiction, .requirement, .role, .source, .scenario: false
    }
  }
}

extension Catalog {
  /// The entries of an id that a contradiction may name.
  fileprivate func entries(concernedAs id: String) -> [CatalogEntry] {
    entries.filter { $0.id == id && $0.canBeConcerned }
  }
}
