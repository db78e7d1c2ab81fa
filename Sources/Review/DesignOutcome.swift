import CatalogModel
import DecisionEngine
import DesignModel

/// What a decision comes to, by id.
struct DesignOutcome: Sendable, Hashable {
  let pattern: String?
  let topology: String?
  /// In the order in which the data meets them.
  let technologies: [String]

  init(_ recommendation: Recommendation) {
    pattern = recommendation.pattern?.candidate.id
    topology = recommendation.topology?.candidate.id
    technologies = recommendation.technologies.map(\.ranked.candidate.id)
  }

  init(_ design: Design) {
    pattern = design.pattern?.candidate.id
    topology = design.topology?.candidate.id
    technologies = design.technologies.map(\.candidate.id)
  }

  /// Everything in it.
  var ids: [String] { [pattern, topology].compactMap { $0 } + technologies }

  /// Whether pattern and topology are the same.
  func hasSameShape(as other: DesignOutcome) -> Bool {
    pattern == other.pattern && topology == other.topology
  }
}
