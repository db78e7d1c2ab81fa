package import Requirements

extension DecisionTable {
  /// The domains cut further where a limit begins or ceases to exclude, everything else being answered as it is.
  package func refine(_ domains: [AnswerDomain], under answers: Answers) -> [AnswerDomain] {
    var cuts: [Int: Set<Int>] = [:]
    var probe = answers
    for row in limits.rows where row.mayExclude {
      for requirement in row.figures {
        cuts[requirement, default: []].formUnion(self.cuts(of: row, requirement, &probe))
      }
    }
    var refined = domains
    for requirement in Set(limits.rows.filter(\.mayExclude).flatMap(\.lookups))
    where domains[requirement].cells.isEmpty {
      refined[requirement] = domain(of: requirement, cuts: [])
    }
    for (requirement, more) in cuts where !more.isSubset(of: domains[requirement].cuts) {
      refined[requirement] = domain(of: requirement, cuts: more.union(domains[requirement].cuts).sorted())
    }
    return refined
  }

  /// Probes each order of magnitude and halves the way between two that differ.
  ///
  /// - Parameter probe: the answers; changed in place, because a copy costs more than a probe.
  private func cuts(of row: CompiledLimit, _ requirement: Int, _ probe: inout Answers) -> [Int] {
    if let threshold = row.threshold { return threshold.most < .max ? [threshold.most + 1] : [] }
    let stated = probe[requirement]
    defer { probe[requirement] = stated }
    func excludes(_ value: Int) -> Bool {
      probe[requirement] = .quantity(value)
      return row.excludes(probe)
    }
    probe[requirement] = .quantity(1)
    guard row.demand.evaluate(probe).isKnown else { return [] }
    var cuts: [Int] = []
    var (below, isExcluded) = (0, excludes(0))
    if row.growing.contains(requirement) {
      guard let greatest = Self.magnitudes.last, excludes(greatest) != isExcluded else { return [] }
    }
    for above in Self.magnitudes {
      let changes = excludes(above) != isExcluded
      if changes { cuts.append(Self.cut(between: below, and: above) { excludes($0) != isExcluded }) }
      below = above
      guard changes else { continue }
      if row.growing.contains(requirement) { break }
      isExcluded.toggle()
    }
    return cuts
  }

  /// The least value for which it holds, given that it does not hold below and does hold above.
  private static func cut(between below: Int, and above: Int, _ holds: (Int) -> Bool) -> Int {
    var (low, high) = (below, above)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }

  private static let magnitudes = (0...15).map { exponent in
    (0..<exponent).reduce(1) { value, _ in value * 10 }
  }
}
