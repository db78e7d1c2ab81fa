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
  /// The paths of files whose shape is wrong.
  let broken: Set<String>
  private let known: [Reference: Set<String>]

  /// What an id in a catalog file may refer to.
  enum Reference: Hashable {
    case source, practice, antiPattern, pattern, topology, technology, role, rule, limit

    var word: String {
      switch self {
      case .source: "source"
      case .practice: "practice"
      case .antiPattern: "anti-pattern"
      case .pattern: "pattern"
      case .topology: "topology"
      case .technology: "technology"
      case .role: "role"
      case .rule: "rule"
      case .limit: "limit"
      }
    }
  }

  /// Reports everything that does not hold.
  ///
  /// - Parameters:
  ///   - broken: the paths of files whose shape is wrong, of which only names and references are checked.
  ///   - absent: the paths of files that were left out on purpose, which others may name.
  ///   - edits: files that are no entries and cite sources all the same.
  package static func run(
    _ files: [CatalogFile], _ catalog: Catalog, broken: Set<String> = [], absent: Set<String> = [],
    edits: [CatalogFile] = [], into bag: inout DiagnosticBag
  ) {
    let check = CatalogCheck(
      files: files.sorted { $0.path < $1.path }, catalog: catalog, broken: broken, absent: absent)
    check.checkNames(into: &bag)
    check.checkRetired(into: &bag)
    check.checkOrders(into: &bag)
    check.checkReferences(into: &bag)
    for file in edits { check.checkCitations(below: file.tree.root, into: &bag) }
    check.checkExamples(into: &bag)
    check.checkDerivations(into: &bag)
    check.checkLimits(into: &bag)
  }

  private init(files: [CatalogFile], catalog: Catalog, broken: Set<String>, absent: Set<String>) {
    self.files = files
    self.catalog = catalog
    self.broken = broken
    let absent = absent.union(broken)
    func left(out folder: String) -> Set<String> {
      Set(
        absent.filter { $0.hasPrefix(folder + "/") }.map {
          String($0.dropFirst(folder.count + 1).dropLast(5))
        })
    }
    known = [
      .source: Set(catalog.sources.ids).union(left(out: "sources")),
      .practice: Set(catalog.practices.ids).union(left(out: "practices")),
      .antiPattern: Set(catalog.antiPatterns.ids).union(left(out: "anti-patterns")),
      .pattern: Set(catalog.candidates(of: .pattern).map(\.id)).union(left(out: "patterns")),
      .topology: Set(catalog.candidates(of: .topology).map(\.id)).union(left(out: "topologies")),
      .technology: Set(catalog.candidates(of: .technology).map(\.id)).union(left(out: "technologies")),
      .role: Set(catalog.roles.map(\.id)),
      .rule: Set(catalog.rules.ids).union(left(out: "rules")),
      .limit: Set(files.filter { $0.folder == "limits" }.map(\.stem)).union(left(out: "limits")),
    ]
  }

  /// Reports an id that none of the kinds knows.
  func expect(_ node: YAMLNode, _ kinds: [Reference], into bag: inout DiagnosticBag) {
    guard let id = node.text, !kinds.contains(where: { known[$0]?.contains(id) == true }) else { return }
    let candidates = kinds.flatMap { known[$0] ?? [] }.sorted()
    let near = nearestSpelling(to: id, among: candidates)
    let others = kinds.dropLast().map(\.word).joined(separator: ", ")
    let words = (others.isEmpty ? "" : others + " or ") + (kinds.last?.word ?? "")
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
        if known[.source]?.contains(citation.source) == true { continue }
        report(citation.source, element, "source", among: catalog.sources.ids, into: &bag)
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
    let broken = checkShapes(of: files, into: &bag)
    let catalog = read(files, digest: digest, into: &bag)
    check(files, catalog, without: broken, into: &bag)
    return catalog
  }

  /// The paths of the files whose shape is wrong.
  static func checkShapes(of files: [CatalogFile], into bag: inout DiagnosticBag) -> Set<String> {
    var broken: Set<String> = []
    for file in files {
      var own = DiagnosticBag()
      CatalogShape.shape(of: file.path)?.check(file.tree.root, into: &own)
      bag.add(contentsOf: own)
      if own.hasErrors { broken.insert(file.path) }
    }
    return broken
  }

  /// How the entries hold together, as far as that can be said: what has errors of its own counts as there.
  ///
  /// - Parameters:
  ///   - broken: the paths of files whose shape is wrong.
  ///   - absent: the paths of files that were left out on purpose.
  ///   - edits: files that are no entries and cite sources all the same.
  static func check(
    _ files: [CatalogFile], _ catalog: Catalog, without broken: Set<String>, absent: Set<String> = [],
    edits: [CatalogFile] = [], into bag: inout DiagnosticBag
  ) {
    // What is said at the top concerns all others.
    guard broken.isDisjoint(with: CatalogCheck.topFiles) else { return }
    CatalogCheck.run(files, catalog, broken: broken, absent: absent, edits: edits, into: &bag)
  }
}
