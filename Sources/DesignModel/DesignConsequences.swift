import CatalogModel
import DecisionEngine

/// What follows from the candidates of a design: the practices that they oblige, and the warnings.
struct DesignConsequences {
  private let ids: [String]
  private let decision: Decision
  private let catalog: Catalog

  init(of ids: [String], _ decision: Decision, _ catalog: Catalog) {
    self.ids = ids
    self.decision = decision
    self.catalog = catalog
  }

  /// By id; of several reasons that of a candidate, and then of the first rule.
  var practices: [ObligedPractice] {
    var obliged: [String: ObligedPractice] = [:]
    for candidate in ids.compactMap(catalog.candidate) {
      for reference in candidate.practices {
        add(reference.id, reference.because, reference.citations, by: candidate.id, to: &obliged)
      }
    }
    for rule in decision.firedRules {
      for case .oblige(let practice, let on) in rule.effects where applies(on) {
        add(practice, rule.because, rule.citations, by: rule.id, to: &obliged)
      }
    }
    return obliged.values.sorted { $0.practice.id < $1.practice.id }
  }

  private func add(
    _ id: String, _ because: String, _ citations: [Citation], by origin: String,
    to obliged: inout [String: ObligedPractice]
  ) {
    guard obliged[id] == nil, let practice = catalog.practice(id) else { return }
    obliged[id] = ObligedPractice(
      practice: practice, because: because, citations: citations, obligedBy: origin)
  }

  var warnings: [RaisedWarning] {
    decision.firedRules.flatMap { rule in
      rule.effects.compactMap { effect in
        guard case .warn(let message, let on) = effect, applies(on) else { return nil }
        return RaisedWarning(id: rule.id, message: message, citations: rule.citations)
      }
    }
  }

  private func applies(_ on: [String]) -> Bool { on.isEmpty || on.contains(where: ids.contains) }
}
