package import Requirements

/// The truth of every clause under one set of answers.
package struct Verdicts: Sendable, Hashable {
  /// Clauses that no answer objects to.
  package internal(set) var possible: ClauseSet
  /// Clauses that exactly one answer objects to.
  package internal(set) var nearMisses: ClauseSet
  /// Clauses of which at least one test rests on an unstated answer.
  package internal(set) var undetermined: ClauseSet

  package init(clauseCount: Int) {
    possible = ClauseSet(count: clauseCount)
    nearMisses = ClauseSet(count: clauseCount)
    undetermined = ClauseSet(count: clauseCount)
  }

  package func truth(of clause: Int) -> Truth {
    guard possible.contains(clause) else { return .no }
    return undetermined.contains(clause) ? .unknown : .yes
  }

  /// Whether every clause has the same truth in both.
  func haveSameTruths(as other: Verdicts) -> Bool {
    possible.words.indices.allSatisfy { word in
      possible.words[word] == other.possible.words[word]
        && (undetermined.words[word] ^ other.undetermined.words[word]) & possible.words[word] == 0
    }
  }

  @inline(__always)
  mutating func withUnsafeWords(
    _ body: (
      UnsafeMutableBufferPointer<UInt64>, UnsafeMutableBufferPointer<UInt64>,
      UnsafeMutableBufferPointer<UInt64>
    ) -> Void
  ) {
    possible.words.withUnsafeMutableBufferPointer { possible in
      nearMisses.words.withUnsafeMutableBufferPointer { nearMisses in
        undetermined.words.withUnsafeMutableBufferPointer { undetermined in
          body(possible, nearMisses, undetermined)
        }
      }
    }
  }
}
