/// The points of every candidate, and whether a knock-out excludes it.
package struct Standings: Sendable, Hashable {
  /// By the candidate's index.
  package internal(set) var scores: [Int]
  package internal(set) var excluded: [Bool]

  package init(candidateCount: Int) {
    scores = Array(repeating: 0, count: candidateCount)
    excluded = Array(repeating: false, count: candidateCount)
  }

  @inline(__always)
  mutating func reset() {
    for index in scores.indices {
      scores[index] = 0
      excluded[index] = false
    }
  }
}
