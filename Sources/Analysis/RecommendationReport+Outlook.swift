import CatalogModel
import DecisionEngine
import Reporting
import Requirements

extension RecommendationReport {
  /// Where the architects decided otherwise.
  mutating func departures() -> [Block] {
    guard let decided = profile.decision else { return [] }
    var items = [
      departure(
        "pattern", decided.pattern.map { [$0.id] }, recommendation.pattern.map { [$0.candidate.id] } ?? []),
      departure(
        "topology", decided.topology.map { [$0.id] }, recommendation.topology.map { [$0.candidate.id] } ?? []),
    ].compactMap { $0 }
    if !decided.technologies.isEmpty {
      let recommended = recommendation.technologies.map(\.ranked.candidate.id)
      items += [departure("technologies", decided.technologies.map(\.id), recommended)].compactMap { $0 }
    }
    let because = decided.because.map { RichText("The architects' reason: ") + RichText($0, .prose) }
    return section("Departures from the recommendation", items, intro: items.isEmpty ? nil : because)
  }

  private func departure(_ what: String, _ decided: [String]?, _ recommended: [String]) -> Block.Item? {
    guard let decided, decided != recommended else { return nil }
    let (own, other) = (decided.joined(separator: ", "), recommended.joined(separator: ", "))
    return Block.Item(
      "\(what): decided \(RichText(own, .code)), recommended \(RichText(other.isEmpty ? "none" : other, .code))"
    )
  }

  mutating func unknowns() -> [Block] {
    if recommendation.isSettled {
      return [
        .heading(level: 2, "What is unknown"),
        .paragraph("Nothing that is unknown can change pattern, topology or technologies."),
      ]
    }
    let shown = outlook.unknowns.prefix(isVerbose ? .max : 8)
    let rest = outlook.unknowns.count - shown.count
    let items = shown.map(item) + (rest > 0 ? [Block.Item("and \(rest) more; --verbose lists them")] : [])
    guard !items.isEmpty else {
      return [
        .heading(level: 2, "What is unknown"),
        .paragraph(
          "No single answer that is missing changes pattern, topology or technologies; several together may."),
      ]
    }
    return section("What is unknown, the most decisive first", items)
  }

  private func item(for question: OpenQuestion) -> Block.Item {
    let requirement = catalog.vocabulary[question.requirement]
    let outcomes = grouped(question.outcomes.filter { !$0.changes.isEmpty })
    return Block.Item(
      RichText(requirement.id.description, .code) + ": " + RichText(requirement.asks, .prose),
      details: outcomes.prefix(isVerbose ? .max : 4).map { answers, outcome in
        RichText("if \(answers.joined(separator: " or ")): ", .quiet)
          + describe(outcome.choice, outcome.changes)
      })
  }

  /// Outcomes that lead to the same recommendation, together.
  private func grouped(_ outcomes: [Outcome]) -> [(answers: [String], outcome: Outcome)] {
    var groups: [(answers: [String], outcome: Outcome)] = []
    for outcome in outcomes {
      if let place = groups.firstIndex(where: { $0.outcome.choice == outcome.choice }) {
        groups[place].answers.append(outcome.answer.text)
      } else {
        groups.append(([outcome.answer.text], outcome))
      }
    }
    return groups
  }

  private func describe(_ choice: Choice, _ changes: [Aspect]) -> RichText {
    let parts = changes.map { aspect -> RichText in
      switch aspect {
      case .pattern: RichText(choice.pattern ?? "no pattern", .strong)
      case .topology: RichText(choice.topology ?? "no topology", .strong)
      case .technologies:
        RichText(choice.technologies.isEmpty ? "no technology" : choice.technologies.joined(separator: " → "))
      }
    }
    return parts.joined(separator: ", ")
  }

  mutating func flips() -> [Block] {
    let shown = outlook.flips.prefix(isVerbose ? .max : 6)
    let rest = outlook.flips.count - shown.count
    var items = shown.map { flip in
      let id = catalog.vocabulary[flip.requirement].id
      return Block.Item(
        RichText("\(id): \(flip.answer.text)", .code) + " would give " + describe(flip.choice, flip.changes))
    }
    if rest > 0 { items.append(Block.Item("and \(rest) more; --verbose lists them")) }
    return section("What would change it", items)
  }
}
