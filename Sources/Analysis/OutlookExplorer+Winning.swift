package import CatalogModel
import DecisionEngine
package import Requirements

extension OutlookExplorer {
  /// The single answers, changed or given, under which a candidate is recommended, in the vocabulary's order.
  package mutating func answers(recommending candidate: Candidate, _ stated: Answers) -> [Flip] {
    guard let present = begin(stated) else { return [] }
    let complete = table.complete(stated).answers
    let domains = table.refine(ruleDomains, under: complete)
    var flips: [Flip] = []
    for requirement in domains.indices {
      let isDerived = stated[requirement] == nil && complete[requirement] != nil
      guard !isDerived else { continue }
      let cells =
        stated[requirement] == nil
        ? domains[requirement].cells : alternatives(to: stated[requirement], domains[requirement])
      let outcomes = outcomes(of: requirement, cells, present)
      flips += self.flips(of: requirement, outcomes.filter { $0.choice.recommends(candidate) })
    }
    return flips
  }
}

extension Choice {
  /// Whether the candidate is part of it.
  package func recommends(_ candidate: Candidate) -> Bool {
    switch candidate.kind {
    case .pattern: pattern == candidate.id
    case .topology: topology == candidate.id
    case .technology: technologies.contains(candidate.id)
    }
  }
}
