package import Diagnostics
import DocumentSchema
import Requirements
import YAMLSyntax

extension DiagnosticID {
  package static let misnamedEntry: DiagnosticID = "catalog/misnamed-entry"
  package static let strayFile: DiagnosticID = "catalog/stray-file"
  package static let missingFile: DiagnosticID = "catalog/missing-file"
  package static let unknownReference: DiagnosticID = "catalog/unknown-reference"
  package static let unknownSource: DiagnosticID = "catalog/unknown-source"
  package static let duplicateID: DiagnosticID = "catalog/duplicate-id"
  package static let duplicateOrder: DiagnosticID = "catalog/duplicate-order"
  package static let exampleFails: DiagnosticID = "catalog/example-fails"
  package static let missingExample: DiagnosticID = "catalog/missing-example"
  package static let cyclicDerivation: DiagnosticID = "catalog/cyclic-derivation"
  package static let unexplainedRating: DiagnosticID = "catalog/unexplained-rating"
}

/// Checks that the files of a catalog hold together: names, references, sources, examples.
package struct CatalogCheck {
  let files: [CatalogFile]
  let catalog: Catalog
  private let known: [Reference: Set<String>]

  /// What an id in a catalog file may refer to.
  enum Reference: Hashable {
    case source, practice, pattern, topology, technology, role, limit

    var word: String {
      switch self {
      case .source: "source"
      case .practice: "practice"
      case .pattern: "pattern"
      case .topology: "topology"
      case .technology: "technology"
      case .role: "role"
      case .limit: "limit"
      }
    }
  }

  /// Reports everything that does not hold.
  package static func run(_ files: [CatalogFile], _ catalog: Catalog, into bag: inout DiagnosticBag) {
    let check = CatalogCheck(files: files.sorted { $0.path < $1.path }, catalog: catalog)
    check.checkNames(into: &bag)
    check.checkRetired(into: &bag)
    check.checkOrders(into: &bag)
    check.checkReferences(into: &bag)
    check.checkExamples(into: &bag)
    check.checkDerivations(into: &bag)
    check.checkLimits(into: &bag)
  }

  private init(files: [CatalogFile], catalog: Catalog) {
    self.files = files
    self.catalog = catalog
    known = [
      .source: Set(catalog.sources.map(\.id)),
      .practice: Set(catalog.practices.map(\.id)),
      .pattern: Set(catalog.candidates(of: .pattern).map(\.id)),
      .topology: Set(catalog.candidates(of: .topology).map(\.id)),
      .technology: Set(catalog.candidates(of: .technology).map(\.id)),
      .role: Set(catalog.roles.map(\.id)),
      .limit: Set(files.filter { $0.folder == "limits" }.map(\.stem)),
    ]
  }

  /// Reports an id that none of the kinds knows.
  func expect(_ node: YAMLNode, _ kinds: [Reference], into bag: inout DiagnosticBag) {
    guard let id = node.text, !kinds.contains(where: { known[$0]?.contains(id) == true }) else { return }
    let candidates = kinds.flatMap { known[$0] ?? [] }.sorted()
    let near = nearestSpelling(to: id, among: candidates)
    let words = kinds.map(\.word).joined(separator: " or ")
    bag.add(
      Diagnostic(
        .unknownReference, "there is no \(words) '\(id)' in the catalog", at: node.location,
        fixes: near.map { [.init("did you mean '\($0)'?", edits: [.init(node.location, replacement: $0)])] }
          ?? []))
  }

  /// Reports a citation whose source or section is not listed.
  func expectCitations(_ node: YAMLNode?, into bag: inout DiagnosticBag) {
    guard let node else { return }
    for element in node.kind == .sequence ? Array(node.elements) : [node] {
      guard let citation = element.text.map(Citation.init) else { continue }
      guard let source = catalog.source(citation.source) else {
        report(citation.source, element, "source", among: catalog.sources.map(\.id), into: &bag)
        continue
      }
      guard let section = citation.section, source.sections[section] == nil else { continue }
      report(section, element, "section of '\(source.id)'", among: source.sections.keys.sorted(), into: &bag)
    }
  }

  private func report(
    _ id: String, _ node: YAMLNode, _ what: String, among candidates: [String], into bag: inout DiagnosticBag
  ) {
    let near = nearestSpelling(to: id, among: candidates)
    bag.add(
      Diagnostic(
        .unknownSource, "'\(id)' is no \(what) that the catalog lists", at: node.location,
        fixes: near.map { [.init("did you mean '\($0)'?")] } ?? []))
  }
}

extension CatalogReader {
  /// Reads a catalog that nobody has checked yet: shapes first, then the entries, then how they hold together.
  package static func readChecked(
    _ files: [CatalogFile], digest: String, into bag: inout DiagnosticBag
  ) -> Catalog {
    var shapes = DiagnosticBag()
    for file in files { CatalogShape.shape(of: file.path)?.check(file.tree.root, into: &shapes) }
    bag.add(contentsOf: shapes)
    let catalog = read(files, digest: digest, into: &bag)
    if !shapes.hasErrors { CatalogCheck.run(files, catalog, into: &bag) }
    return catalog
  }
}
