import Packing
package import Requirements

/// All predicates of a catalog compiled to one bit set of clauses for each cell of each column, so
/// that their truths are an AND over the columns.
package struct ClauseIndex: Sendable {
  package let clauseCount: Int
  let columns: [Column]
  let wordCount: Int
  /// For each cell, the clauses that do not object to it.
  private let accepting: [UInt64]
  /// For each column, the clauses that test it.
  private let testing: [UInt64]
  /// For each requirement, its columns.
  private let columnsByRequirement: [Range<Int>]
  private let allClauses: [UInt64]

  package init(predicates: [Predicate], vocabulary: Vocabulary) {
    let columns = Self.columns(for: predicates, vocabulary: vocabulary)
    let wordCount = (predicates.count + 63) / 64
    let cellCount = columns.last.map { $0.firstCell + $0.cellCount } ?? 0
    var accepting = [UInt64](repeating: ~0, count: cellCount * wordCount)
    var testing = [UInt64](repeating: 0, count: columns.count * wordCount)
    for (clause, predicate) in predicates.enumerated() {
      let (word, bit) = (clause >> 6, UInt64(1) << UInt64(clause & 63))
      for test in predicate.tests {
        for (number, column) in columns.enumerated() where column.isTested(by: test) {
          testing[number * wordCount + word] |= bit
          for cell in column.cells(rejectedBy: test.accepts) { accepting[cell * wordCount + word] &= ~bit }
        }
      }
    }
    clauseCount = predicates.count
    self.columns = columns
    self.wordCount = wordCount
    self.accepting = accepting
    self.testing = testing
    allClauses = ClauseSet(all: predicates.count).words
    columnsByRequirement = Self.grouped(columns)
  }

  init(from pack: inout PackReader) {
    clauseCount = pack.integer()
    columns = pack.list(Column.init)
    wordCount = (clauseCount + 63) / 64
    accepting = pack.masks()
    testing = pack.masks()
    allClauses = ClauseSet(all: clauseCount).words
    columnsByRequirement = Self.grouped(columns)
  }

  /// Columns stand in the order of their requirements.
  private static func grouped(_ columns: [Column]) -> [Range<Int>] {
    var groups = [Range<Int>](repeating: 0..<0, count: (columns.last?.requirement ?? -1) + 1)
    for (number, column) in columns.enumerated() {
      let group = groups[column.requirement]
      groups[column.requirement] = (group.isEmpty ? number : group.lowerBound)..<number + 1
    }
    return groups
  }

  func write(to pack: inout PackWriter) {
    pack.write(clauseCount)
    pack.write(columns) { $0.write(to: &$1) }
    pack.write(accepting) { $1.write(bits: $0) }
    pack.write(testing) { $1.write(bits: $0) }
  }

  /// The truth of every clause, and which clauses exactly one answer keeps from holding.
  @inline(__always)
  package func evaluate(_ answers: Answers, into verdicts: inout Verdicts) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: columns.count) { places in
      // The rows of the stated answers from the front, the columns without an answer from the back.
      var (stated, unstated) = (0, columns.count)
      for number in columns.indices {
        if let answer = answers[columns[number].requirement] {
          places[stated] = columns[number].cell(of: answer) * wordCount
          stated += 1
        } else {
          unstated -= 1
          places[unstated] = number * wordCount
        }
      }
      accepting.withUnsafeBufferPointer { accepting in
        testing.withUnsafeBufferPointer { testing in
          verdicts.withUnsafeWords { possible, nearMisses, undetermined in
            for word in 0..<wordCount {
              var (left, near, open) = (allClauses[word], UInt64(0), UInt64(0))
              for place in 0..<stated {
                let accepted = accepting[places[place] + word]
                near = (near & accepted) | (left & ~accepted)
                left &= accepted
              }
              for place in unstated..<columns.count { open |= testing[places[place] + word] }
              (possible[word], nearMisses[word], undetermined[word]) = (left, near, open)
            }
          }
        }
      }
    }
  }
}

extension ClauseIndex {
  /// Verdicts to which those are related that differ by one answer.
  package func baseline(_ answers: Answers, _ verdicts: Verdicts) -> Baseline {
    var (open, several) = (ClauseSet(count: clauseCount), ClauseSet(count: clauseCount))
    for (number, column) in columns.enumerated() where answers[column.requirement] == nil {
      for word in 0..<wordCount {
        let tested = testing[number * wordCount + word]
        several.words[word] |= open.words[word] & tested
        open.words[word] |= tested
      }
    }
    return Baseline(answers: answers, verdicts: verdicts, restingOnSeveral: several)
  }

  /// The truth of every clause where one answer is another than in the baseline; the near misses stay as
  /// they are. `false` where it takes a whole evaluation.
  func evaluate(
    _ requirement: Int, _ answer: Answer?, besides base: Baseline, into verdicts: inout Verdicts
  ) -> Bool {
    guard requirement < columnsByRequirement.count else { return false }
    let before = base.answers[requirement]
    let moved = columnsByRequirement[requirement].filter {
      before.map(columns[$0].cell) != answer.map(columns[$0].cell)
    }
    guard let number = moved.first, moved.count == 1 else { return false }
    let column = columns[number]
    let old = before.map { column.cell(of: $0) * wordCount }
    let new = answer.map { column.cell(of: $0) * wordCount }
    for word in 0..<wordCount {
      var possible = base.verdicts.possible.words[word]
      var open = base.verdicts.undetermined.words[word]
      let tested = testing[number * wordCount + word]
      if let old {
        possible |= base.verdicts.nearMisses.words[word] & ~accepting[old + word]
      } else {
        open &= ~tested | base.restingOnSeveral.words[word]
      }
      if let new { possible &= accepting[new + word] } else { open |= tested }
      verdicts.possible.words[word] = possible
      verdicts.undetermined.words[word] = open
    }
    return true
  }

  /// The columns that the predicates tell apart, by requirement.
  private static func columns(for predicates: [Predicate], vocabulary: Vocabulary) -> [Column] {
    var tests: [Int: [Acceptance]] = [:]
    for test in predicates.lazy.flatMap(\.tests) where tests[test.requirement]?.contains(test.accepts) != true
    {
      tests[test.requirement, default: []].append(test.accepts)
    }
    var columns: [Column] = []
    for requirement in tests.keys.sorted() {
      for cells in cells(of: vocabulary[requirement].type, tests: tests[requirement] ?? []) {
        let firstCell = columns.last.map { $0.firstCell + $0.cellCount } ?? 0
        columns.append(Column(requirement: requirement, cells: cells, firstCell: firstCell))
      }
    }
    return columns
  }

  private static func cells(of type: RequirementType, tests: [Acceptance]) -> [Column.Cells] {
    switch type {
    case .enumeration(let words): [.choices(count: words.count)]
    case .boolean: [.boolean]
    case .count, .duration, .size: [.cuts(Set(tests.flatMap(\.cuts)).sorted())]
    case .list: tests.map(Column.Cells.test)
    case .text: []
    }
  }
}
