/// The points of every candidate, and whether a knock-out excludes it.
package struct Standings: Sendable, Hashable {
  /// By the candidate's index.
  package internal(set) var scores: [Int]
  package internal(set) var excluded: [Bool]
  /// Whether nothing but an exceeded limit excludes it.
  package internal(set) var isLimited: [Bool]

  package init(candidateCount: Int) {
    scores = Array(repeating: 0, count: candidateCount)
    excluded = Array(repeating: false, count: candidateCount)
    isLimited = excluded
  }

  /// Excludes a candidate for a limit that it exceeds.
  mutating func limit(_ candidate: Int) {
    guard !excluded[candidate] else { return }
    excluded[candidate] = true
    isLimited[candidate] = true
  }

  @inline(__always)
  mutating func reset() {
    for index in scores.indices {
      scores[index] = 0
      excluded[index] = false
      isLimited[index] = false
    }
  }
}
