import CatalogModel

/// The hard and soft effects of all rules on candidates, flattened: rule `r` owns the slice
/// `starts[r]..<starts[r + 1]`.
struct CompiledEffects: Sendable {
  /// Points for a candidate, or its exclusion.
  struct Contribution: Sendable, Hashable {
    let candidate: Int
    /// Zero for an exclusion.
    let points: Int

    var isExclusion: Bool { points == 0 }
  }

  let starts: [Int]
  let contributions: [Contribution]

  init(starts: [Int], contributions: [Contribution]) {
    self.starts = starts
    self.contributions = contributions
  }

  init(rules: Entries<Rule>, candidates: [Candidate], indices: [String: Int]) {
    var (starts, contributions) = ([0], [Contribution]())
    for rule in rules {
      for effect in rule.effects {
        contributions += Self.compile(effect, indices: indices, candidates: candidates)
      }
      starts.append(contributions.count)
    }
    self.init(starts: starts, contributions: contributions)
  }

  func contributions(of rule: Int) -> ArraySlice<Contribution> {
    contributions[starts[rule]..<starts[rule + 1]]
  }

  /// Adds up what the fired rules do.
  @inline(__always)
  func apply(_ verdicts: Verdicts, ruleCount: Int, to standings: inout Standings) {
    standings.reset()
    starts.withUnsafeBufferPointer { starts in
      contributions.withUnsafeBufferPointer { contributions in
        for word in verdicts.possible.words.indices {
          var fired = verdicts.possible.words[word] & ~verdicts.undetermined.words[word]
          while fired != 0 {
            let rule = word << 6 | fired.trailingZeroBitCount
            fired &= fired - 1
            guard rule < ruleCount else { return }
            for slot in starts[rule]..<starts[rule + 1] {
              let contribution = contributions[slot]
              standings.scores[contribution.candidate] += contribution.points
              if contribution.isExclusion { standings.excluded[contribution.candidate] = true }
            }
          }
        }
      }
    }
  }

  private static func compile(
    _ effect: Effect, indices: [String: Int], candidates: [Candidate]
  ) -> [Contribution] {
    func contributions(_ ids: [String], points: Int) -> [Contribution] {
      ids.compactMap { indices[$0] }.map { Contribution(candidate: $0, points: points) }
    }
    switch effect {
    case .exclude(let ids): return contributions(ids, points: 0)
    case .prefer(let ids, let points): return contributions(ids, points: points)
    case .avoid(let ids, let points): return contributions(ids, points: -points)
    case .require(let ids):
      let kinds = ids.compactMap { indices[$0] }.map { candidates[$0].kind }
      let others = candidates.indices.filter {
        kinds.contains(candidates[$0].kind) && !ids.contains(candidates[$0].id)
      }
      return others.map { Contribution(candidate: $0, points: 0) }
    case .oblige, .warn: return []
    }
  }
}
