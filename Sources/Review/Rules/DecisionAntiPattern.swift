import CatalogModel
import DecisionEngine
import Diagnostics

extension ReviewRule {
  static let decisionAntiPattern = ReviewRule(
    "decision/anti-pattern", "A known mistake applies", .warning,
    because: "The catalog describes the mistake and what to do instead.",
    design: { pair in
      guard let revision = pair.revision else { return [] }
      let known = Set(pair.base?.decision.antiPatterns.map(\.id) ?? [])
      return revision.decision.antiPatterns.filter { !known.contains($0.id) }.map { mistake in
        pair.observation(
          subject: "anti-patterns/\(mistake.id)", message: "a known mistake applies now: \(mistake.title)")
      }
    })
}
