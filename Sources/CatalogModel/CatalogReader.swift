package import Diagnostics
import Requirements
import YAMLSyntax

/// Reads the files of a catalog into its entries.
package struct CatalogReader {
  /// What is read besides what a decision needs.
  package enum Scope: Sendable {
    /// Everything, as checks and tests need it.
    case whole
    /// Without examples, contradictions and scenarios, for files that were checked before.
    case deciding
  }

  let vocabulary: Vocabulary
  let conditions: ConditionReader
  let scope: Scope
  private let files: [CatalogFile]
  private let folders: [String: [CatalogFile]]

  /// - Parameter files: in any order.
  package static func read(
    _ files: [CatalogFile], digest: String, scope: Scope = .whole, into bag: inout DiagnosticBag
  ) -> Catalog {
    let sorted = files.sorted { ($0.folder, $0.stem) < ($1.folder, $1.stem) }
    let vocabulary = sorted.first { $0.path == "vocabulary.yaml" }.map { Vocabulary.read($0.tree.root) }
    let reader = CatalogReader(
      vocabulary: vocabulary ?? Vocabulary(requirements: []), files: sorted, scope: scope)
    return reader.read(digest: digest, into: &bag)
  }

  private init(vocabulary: Vocabulary, files: [CatalogFile], scope: Scope) {
    self.vocabulary = vocabulary
    self.files = files
    folders = Dictionary(grouping: files, by: \.folder)
    self.scope = scope
    conditions = ConditionReader(vocabulary: vocabulary)
  }

  private func read(digest: String, into bag: inout DiagnosticBag) -> Catalog {
    let about = files.first { $0.path == "catalog.yaml" }.map { EntryReader($0.tree.root) }
    let candidates = CandidateKind.allCases.flatMap { kind in
      entries(of: kind.folder).map { readCandidate($0, kind: kind, into: &bag) }.sorted {
        $0.order < $1.order
      }
    }
    return Catalog(
      id: about?.text("id") ?? "", title: about?.text("title") ?? "", version: about?.text("version") ?? "",
      digest: digest, vocabulary: vocabulary,
      sources: Entries(entries(of: "sources").map(readSource)),
      roles: files.first { $0.path == "roles.yaml" }.map { readRoles($0.tree.root) } ?? [],
      candidates: candidates,
      practices: Entries(entries(of: "practices").map(readPractice)),
      antiPatterns: Entries(entries(of: "anti-patterns").map { readAntiPattern($0, into: &bag) }),
      rules: Entries(entries(of: "rules").map { readRule($0, into: &bag) }),
      derivations: sortedByDependence(
        entries(of: "derivations").compactMap { readDerivation($0, into: &bag) }),
      constraints: entries(of: "constraints").map { readConstraint($0, into: &bag) },
      limits: Entries(entries(of: "limits").map { readLimit($0, into: &bag) }),
      contradictions: scope == .whole ? entries(of: "contradictions").map(readContradiction) : [],
      scenarios: scope == .whole ? entries(of: "scenarios").map { readScenario($0, into: &bag) } : [])
  }

  private func entries(of folder: String) -> [EntryReader] {
    (folders[folder] ?? []).map { EntryReader($0.tree.root) }
  }

  /// Each derivation after those whose answers it rests on; a cycle is left for the checks to report.
  private func sortedByDependence(_ derivations: [Derivation]) -> [Derivation] {
    var (sorted, waiting) = ([Derivation](), derivations)
    while !waiting.isEmpty {
      let pending = Set(waiting.map(\.derives))
      let next = waiting.firstIndex { $0.restsOn.isDisjoint(with: pending.subtracting([$0.derives])) } ?? 0
      sorted.append(waiting.remove(at: next))
    }
    return sorted
  }
}

extension Derivation {
  /// The indices of the requirements that its rows ask for.
  package var restsOn: Set<Int> { Set(rows.flatMap(\.when.tests).map(\.requirement)) }
}
