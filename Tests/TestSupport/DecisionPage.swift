import CatalogModel
package import DecisionEngine

/// Decisions as the golden pages show them.
package enum DecisionPage {
  /// Pattern and topology with their margins, and the technologies in data order.
  package static func entry(_ id: String, _ recommendation: Recommendation) -> String {
    let technologies = recommendation.technologies.map(\.ranked.candidate.id).joined(separator: " → ")
    let gaps = recommendation.gaps.map { "  no \($0)" }.joined()
    let margin = recommendation.margin.map {
      ", \($0) ahead of \(recommendation.runnerUp?.candidate.id ?? "none")"
    }
    return """
      \(id): \(recommendation.pattern?.candidate.id ?? "no pattern")\(margin ?? "")
        in \(recommendation.topology?.candidate.id ?? "no topology")\
      \(recommendation.topologyMargin.map { ", \($0) ahead" } ?? "")
        by \(technologies.isEmpty ? "nothing" : technologies)\(gaps)
      """
  }
}
