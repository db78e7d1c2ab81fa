package import Requirements

/// All predicates of a catalog compiled to one bit set of clauses for each cell of each column, so
/// that their truths are an AND over the columns.
package struct ClauseIndex: Sendable {
  package let predicates: [Predicate]
  let columns: [Column]
  let wordCount: Int
  /// For each cell, the clauses that do not object to it.
  private let accepting: [UInt64]
  /// For each column, the clauses that test it.
  private let testing: [UInt64]
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
          for cell in column.objectingCells(of: test) { accepting[cell * wordCount + word] &= ~bit }
        }
      }
    }
    var all = ClauseSet(count: predicates.count)
    for clause in predicates.indices { all.insert(clause) }
    self.predicates = predicates
    self.columns = columns
    self.wordCount = wordCount
    self.accepting = accepting
    self.testing = testing
    allClauses = all.words
  }

  /// The truth of every clause, and which clauses exactly one answer keeps from holding.
  @inline(__always)
  package func evaluate(_ answers: Answers, into verdicts: inout Verdicts) {
    for word in 0..<wordCount {
      verdicts.possible.words[word] = allClauses[word]
      verdicts.nearMisses.words[word] = 0
      verdicts.undetermined.words[word] = 0
    }
    accepting.withUnsafeBufferPointer { accepting in
      testing.withUnsafeBufferPointer { testing in
        verdicts.withUnsafeWords { possible, nearMisses, undetermined in
          for number in columns.indices {
            if let answer = answers[columns[number].requirement] {
              let row = columns[number].cell(of: answer) * wordCount
              for word in 0..<wordCount {
                let accepted = accepting[row + word]
                nearMisses[word] = (nearMisses[word] & accepted) | (possible[word] & ~accepted)
                possible[word] &= accepted
              }
            } else {
              let row = number * wordCount
              for word in 0..<wordCount { undetermined[word] |= testing[row + word] }
            }
          }
        }
      }
    }
  }
}

extension ClauseIndex {
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
    case .count, .duration, .size: [.cuts(cuts(of: tests))]
    case .list: tests.map(Column.Cells.test)
    case .text: []
    }
  }

  private static func cuts(of tests: [Acceptance]) -> [Int] {
    var cuts: Set<Int> = []
    for case .quantity(let range) in tests {
      if range.lowerBound > 0 { cuts.insert(range.lowerBound) }
      if range.upperBound < .max { cuts.insert(range.upperBound + 1) }
    }
    return cuts.sorted()
  }
}

extension Column {
  func isTested(by test: RequirementTest) -> Bool {
    guard test.requirement == requirement else { return false }
    if case .test(let acceptance) = cells { return acceptance == test.accepts }
    return true
  }

  /// The cells whose answers the test does not accept.
  func objectingCells(of test: RequirementTest) -> [Int] {
    if case .test = cells { return [firstCell] }
    return samples.enumerated().filter { !test.accepts.holds(for: $0.element) }.map { firstCell + $0.offset }
  }
}
