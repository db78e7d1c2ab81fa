package import Requirements

/// Evaluates predicate by predicate, test by test: what the compiled index is checked and measured against.
package struct NaiveEvaluator: Sendable {
  package let predicates: [Predicate]

  package init(predicates: [Predicate]) { self.predicates = predicates }

  package func evaluate(_ answers: Answers) -> Verdicts {
    var verdicts = Verdicts(clauseCount: predicates.count)
    for (clause, predicate) in predicates.enumerated() {
      let truths = predicate.tests.map { $0.evaluate(answers) }
      switch truths.count(where: { $0 == .no }) {
      case 0: verdicts.possible.insert(clause)
      case 1: verdicts.nearMisses.insert(clause)
      default: break
      }
      if truths.contains(.unknown) { verdicts.undetermined.insert(clause) }
    }
    return verdicts
  }
}
