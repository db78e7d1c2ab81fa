package import CatalogModel
package import Requirements

/// A catalog in the evaluator's form.
package struct DecisionTable: Sendable {
  package let catalog: Catalog
  let ruleCount: Int
  /// The clauses are the rules, then the anti-patterns, then the conditions of roles, then those of limits.
  package let index: ClauseIndex
  /// For each requirement, where the conditions cut its quantities, ascending; `nil` where none asks for it.
  let cuts: [[Int]?]
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
    if var pack = catalog.table {
      self.init(from: &pack, catalog)
    } else {
      self.init(compiling: catalog)
    }
  }

  package init(compiling catalog: Catalog) {
    self.catalog = catalog
    ruleCount = catalog.rules.count
    let candidates = catalog.candidates
    let indices = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($0.element.id, $0.offset) })
    let predicates = Self.predicates(of: catalog)
    var clause = catalog.rules.count + catalog.antiPatterns.count
    func next(_ when: Predicate) -> Int? {
      guard !when.tests.isEmpty else { return nil }
      defer { clause += 1 }
      return clause
    }
    roles = candidates.map { $0.roles.map { CompiledRole($0, clause: next($0.when), indices: indices) } }
    let clauses = catalog.limits.map { limit in
      let common = next(limit.when)
      return limit.demands.map { $0.when.tests.isEmpty ? common : next(limit.condition(of: $0)) }
    }
    limits = CompiledLimits(catalog, clauses: clauses, indices: indices)
    index = ClauseIndex(predicates: predicates, vocabulary: catalog.vocabulary)
    cuts = Self.cuts(
      predicates + catalog.derivations.flatMap(\.rows).map(\.when) + catalog.constraints.map(\.never),
      catalog.vocabulary.requirements.count)
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

  /// The conditions of all clauses: of the rules, the anti-patterns, the roles, and the limits and their rows,
  /// as far as these have one.
  package static func predicates(of catalog: Catalog) -> [Predicate] {
    let limits = catalog.limits.flatMap { limit in
      [limit.when] + limit.demands.filter { !$0.when.tests.isEmpty }.map(limit.condition)
    }
    let conditions = catalog.candidates.flatMap(\.roles).map(\.when) + limits
    return catalog.rules.map(\.when) + catalog.antiPatterns.map(\.when)
      + conditions.filter { !$0.tests.isEmpty }
  }

  private static func cuts(_ predicates: [Predicate], _ count: Int) -> [[Int]?] {
    var cuts = [Set<Int>?](repeating: nil, count: count)
    for test in predicates.lazy.flatMap(\.tests) {
      cuts[test.requirement] = (cuts[test.requirement] ?? []).union(test.accepts.cuts)
    }
    return cuts.map { $0?.sorted() }
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
  package func clause(ofAntiPattern number: Int) -> Int { ruleCount + number }
}
