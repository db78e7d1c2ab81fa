import CatalogModel
import DecisionEngine
import Diagnostics
import Requirements

/// Puts the change of a decision into words.
enum DecisionText {
  /// Up to so many points a lead is a thin one.
  static let thinMargin = 10

  static func chain(_ ids: [String]) -> String { ids.isEmpty ? "none" : ids.joined(separator: " → ") }

  /// One answer before and after, each with its place.
  static func line(_ answer: AnswerChange) -> String {
    let before = (answer.before ?? "unknown") + place(answer.base)
    let after = (answer.after ?? "unknown") + place(answer.revision)
    // Most answers change where they stand.
    if place(answer.base) == place(answer.revision) {
      return "\(answer.requirement): \(answer.words)\(place(answer.revision))"
    }
    return "\(answer.requirement): \(before) → \(after)"
  }

  /// What brought the change about, a line for each reason.
  static func reasons(_ change: DecisionChange, _ pair: DesignPair) -> [String] {
    var lines = change.culprits.map { "caused by " + line($0) }
    switch change.cause {
    case .catalog: lines.append("caused by the catalog: the same answers led to another design before")
    case .both: lines.append("caused by answers and catalog together")
    case .decision: lines.append("caused by the architects' decision, not by the recommendation")
    case .requirements, nil: break
    }
    if let recommendation = pair.revision?.decision.recommendation, let margin = recommendation.margin,
      let rival = recommendation.runnerUp, change.cause != .decision
    {
      lines.append("\(margin) points ahead of \(rival.candidate.id)")
    }
    return lines + change.wayBack.map { "goes back with \($0)" } + change.rules.map(line)
  }

  /// Where a side states what brought the change about: the first answer, or the decision of the architects.
  static func place(
    of change: DecisionChange, in design: ReviewedDesign?,
    _ side: KeyPath<AnswerChange, SourceLocation?>
  ) -> SourceLocation? {
    let own = change.cause == .decision ? design?.profile.decision?.place : nil
    return own ?? change.culprits.first?[keyPath: side] ?? design?.profile.idPlace
  }

  private static func line(_ rule: RuleChange) -> String {
    let because = rule.because.isEmpty ? "" : " because " + rule.because.joined(separator: ", ")
    let origin = rule.isOfCatalog ? " (changed in the catalog)" : ""
    let effects = rule.effects.joined(separator: ", ")
    let loss = rule.manner == .restsNow ? "no longer " : ""
    return "rule \(rule.rule) \(rule.manner.rawValue)\(because): \(loss)\(effects)\(origin)"
  }

  private static func place(_ location: SourceLocation?) -> String {
    location.map { " (\($0.file.name):\($0.range.start.line))" } ?? ""
  }
}
