package import CatalogModel
package import Requirements

/// A catalog in the evaluator's form.
package struct DecisionTable: Sendable {
  package let catalog: Catalog
  /// The clauses are the rules, then the anti-patterns, then the conditions of roles, then those of limits.
  package let index: ClauseIndex
  let effects: CompiledEffects
  /// The roles of each candidate, by its index.
  let roles: [[CompiledRole]]
  let limits: CompiledLimits
  /// For each requirement, whether other answers may follow from it, or it from others.
  package let feedsDerivations: [Bool]
  /// For each requirement, whether limits that may exclude are reckoned with it beyond their conditions.
  package let feedsLimits: [Bool]
  let tieBreaks: [TieBreak]
  let patterns: Range<Int>
  let topologies: Range<Int>
  package let technologies: Range<Int>

  package init(_ catalog: Catalog) {
    self.catalog = catalog
    let candidates = catalog.candidates
    let indices = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($0.element.id, $0.offset) })
    var predicates = catalog.rules.map(\.when) + catalog.antiPatterns.map(\.when)
    roles = candidates.map { candidate in
      candidate.roles.map { role in
        guard !role.when.tests.isEmpty else { return CompiledRole(role, clause: nil, indices: indices) }
        predicates.append(role.when)
        return CompiledRole(role, clause: predicates.count - 1, indices: indices)
      }
    }
    var clauses: [Int: Int] = [:]
    for (number, limit) in catalog.limits.enumerated() where !limit.when.tests.isEmpty {
      clauses[number] = predicates.count
      predicates.append(limit.when)
    }
    limits = CompiledLimits(catalog, clause: clauses, indices: indices)
    index = ClauseIndex(predicates: predicates, vocabulary: catalog.vocabulary)
    effects = CompiledEffects(rules: catalog.rules, candidates: candidates, indices: indices)
    let derivations = catalog.derivations
    let count = catalog.vocabulary.requirements.count
    feedsDerivations = Self.marks(
      derivations.flatMap { [$0.derives] + $0.rows.flatMap { $0.when.tests.map(\.requirement) } }, count)
    feedsLimits = Self.marks(limits.rows.filter(\.mayExclude).flatMap(\.requirements), count)
    tieBreaks = candidates.map(TieBreak.init)
    patterns = Self.range(of: .pattern, in: candidates)
    topologies = Self.range(of: .topology, in: candidates)
    technologies = Self.range(of: .technology, in: candidates)
  }

  private static func marks(_ requirements: [Int], _ count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for requirement in requirements { marks[requirement] = true }
    return marks
  }

  private static func range(of kind: CandidateKind, in candidates: [Candidate]) -> Range<Int> {
    let start = candidates.firstIndex { $0.kind == kind } ?? 0
    return start..<start + candidates.count { $0.kind == kind }
  }

  /// The answers with those that follow from them, and which derivation gave each.
  package func complete(_ stated: Answers) -> (answers: Answers, derived: [Int: Int]) {
    var answers = stated
    var derived: [Int: Int] = [:]
    derive(into: &answers) { derived[$0] = $1 }
    return (answers, derived)
  }

  /// Adds the answers that follow from those that are there; the requirements that they are of.
  package func derive(into answers: inout Answers) -> [Int] {
    var derived: [Int] = []
    derive(into: &answers) { requirement, _ in derived.append(requirement) }
    return derived
  }

  private func derive(into answers: inout Answers, _ note: (_ requirement: Int, _ number: Int) -> Void) {
    for (number, derivation) in catalog.derivations.enumerated() where answers[derivation.derives] == nil {
      guard let answer = derivation.evaluate(answers) else { continue }
      answers[derivation.derives] = answer
      note(derivation.derives, number)
    }
  }

  /// The index of the clause of an anti-pattern.
  package func clause(ofAntiPattern number: Int) -> Int { catalog.rules.count + number }
}

/// What ranks candidates of equal points; the greater first.
struct TieBreak: Sendable {
  let status: Int
  /// Sixteen bits, so that the smaller declared order is the greater number.
  let order: Int

  init(_ candidate: Candidate) {
    status = (candidate.facts?.status ?? .preferred).rawValue
    order = 0xFFFF - min(max(candidate.order, 0), 0xFFFF)
  }
}
