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
    var numbers = [[Int]](repeating: [], count: vocabulary.requirements.count)
    for (number, column) in columns.enumerated() { numbers[column.requirement].append(number) }
    let samples = columns.map(\.samples)
    for (clause, predicate) in predicates.enumerated() {
      let (word, bit) = (clause >> 6, UInt64(1) << UInt64(clause & 63))
      for test in predicate.tests {
        for number in numbers[test.requirement] where columns[number].isTested(by: test) {
          testing[number * wordCount + word] |= bit
          let first = columns[number].firstCell
          guard !samples[number].isEmpty else {
            accepting[first * wordCount + word] &= ~bit
            continue
          }
          for (cell, sample) in samples[number].enumerated() where !test.accepts.holds(for: sample) {
            accepting[(first + cell) * wordCount + word] &= ~bit
          }
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
}
