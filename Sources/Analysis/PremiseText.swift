import CatalogModel
import DecisionEngine
import Reporting
import Requirements

/// Names the answers of a decision that a condition rests on.
struct PremiseText {
  let decision: Decision
  let vocabulary: Vocabulary
  /// The requirements whose answers the workspace gives.
  let inherited: Set<Int>

  func premises(of predicate: Predicate) -> RichText {
    guard !predicate.tests.isEmpty else { return "it always holds" }
    return predicate.tests.map { premise($0.requirement) }.joined(separator: ", ")
  }

  func premise(_ requirement: Int) -> RichText {
    let id = vocabulary[requirement].id.description
    guard let answer = decision.answers[requirement] else { return RichText(id, .code) + " is unknown" }
    let value = vocabulary.render(answer, of: requirement)
    return RichText("\(id): \(value)", .code) + RichText(origin(of: requirement))
  }

  private func origin(of requirement: Int) -> String {
    if decision.derived[requirement] != nil { return " (derived)" }
    return inherited.contains(requirement) ? " (workspace)" : ""
  }
}
