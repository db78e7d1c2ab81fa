/// Buffers that are filled anew by each ranking, so that ranking allocates nothing.
package struct Evaluation: Sendable {
  package internal(set) var verdicts: Verdicts
  package internal(set) var standings: Standings
  package internal(set) var ranking = Ranking()
}
