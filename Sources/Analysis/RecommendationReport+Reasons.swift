import CatalogModel
import DecisionEngine
import Reporting
import Requirements

extension RecommendationReport {
  mutating func reasons() -> [Block] {
    var items: [Block.Item] = []
    for ranked in [recommendation.pattern, recommendation.topology].compactMap({ $0 }) {
      items += ranked.contributions.map { item(for: $0, to: ranked.candidate.id) }
    }
    for technology in recommendation.technologies { items.append(item(for: technology)) }
    return section("Why", items) + ruledOut()
  }

  private mutating func item(for contribution: RankedCandidate.Contribution, to candidate: String)
    -> Block.Item
  {
    let points = RichText(contribution.points.signed, contribution.points > 0 ? .good : .bad)
    return Block.Item(
      points + " " + RichText(candidate, .code) + ": " + reason(for: contribution.rule),
      details: [RichText("because ", .quiet) + premises(of: contribution.rule)])
  }

  private mutating func item(for technology: RecommendedTechnology) -> Block.Item {
    let ranked = technology.ranked
    let owners = [recommendation.pattern, recommendation.topology].compactMap { $0?.candidate }
    let rating = catalog.origin(ofRating: ranked.candidate.id, in: technology.role.id, of: owners)
    var details: [RichText] = []
    if let because = technology.rated.because { details.append(RichText(because, .prose)) }
    for contribution in ranked.contributions.prefix(isVerbose ? .max : 2) {
      details.append("\(contribution.points.signed) \(reason(for: contribution.rule))")
    }
    return Block.Item(
      RichText(ranked.candidate.id, .code)
        + " \(technology.role.does): rated \(technology.rated.fit.word) for this part "
        + citations.marks(technology.rated.citations, of: rating),
      details: details)
  }

  private mutating func reason(for rule: Rule) -> RichText {
    let words = rule.words
    return RichText(words.because, .prose) + " " + citations.marks(words.citations, of: rule.origin)
  }

  /// What a rule rests on, with the answers that made it fire.
  func premises(of rule: Rule) -> RichText {
    PremiseText(decision: decision, vocabulary: catalog.vocabulary, inherited: profile.inherited)
      .premises(of: rule.when)
  }

  /// Patterns and topologies that a knock-out excludes, and technologies that the roles would have taken; those
  /// that the same rules exclude stand together.
  private mutating func ruledOut() -> [Block] {
    let excluded = (decision.patterns + decision.topologies).filter { !$0.isEligible } + excludedTechnologies
    var groups: [(ids: [String], ranked: RankedCandidate)] = []
    for ranked in excluded {
      if let place = groups.firstIndex(where: { isExcludedAlike($0.ranked, ranked) }) {
        groups[place].ids.append(ranked.candidate.id)
      } else {
        groups.append(([ranked.candidate.id], ranked))
      }
    }
    return section("Ruled out", groups.map { item(forExcluded: $0.ids, like: $0.ranked) })
  }

  private func isExcludedAlike(_ left: RankedCandidate, _ right: RankedCandidate) -> Bool {
    left.exclusions.map(\.id) == right.exclusions.map(\.id)
      && left.exceededLimits.isEmpty && right.exceededLimits.isEmpty
  }

  private mutating func item(forExcluded ids: [String], like ranked: RankedCandidate) -> Block.Item {
    let rules = ranked.exclusions.map { reason(for: $0) }
    let reasons = rules + ranked.exceededLimits.map { reason(for: $0) }
    let names = ids.enumerated().map { RichText($0.offset == 0 ? "" : ", ") + RichText($0.element, .code) }
    return Block.Item(
      names.reduce(RichText(""), +) + ": " + (reasons.first ?? ""), details: Array(reasons.dropFirst()))
  }

  /// The excluded technologies that could have played a role of the recommended design.
  private var excludedTechnologies: [RankedCandidate] {
    let owners = [recommendation.pattern, recommendation.topology].compactMap { $0 }
    let eligible = Set(owners.flatMap(\.candidate.roles).flatMap(\.candidates).map(\.id))
    return decision.technologies.filter {
      !$0.isEligible && (isVerbose || eligible.contains($0.candidate.id))
    }
  }

  mutating func practices() -> [Block] {
    let items = recommendation.practices.map { obliged in
      Block.Item(
        RichText(obliged.practice.title, .strong) + " (\(obliged.practice.id)): "
          + RichText(obliged.because, .prose)
          + " "
          + citations.marks(obliged.citations, of: catalog.origin(of: obliged.obligedBy)))
    }
    return section("What the design has to do besides", items)
  }

  mutating func warnings() -> [Block] {
    let warnings = recommendation.warnings.map { warning in
      Block.Item(
        RichText(warning.message, .prose) + " "
          + citations.marks(warning.citations, of: catalog.origin(of: warning.id)))
    }
    let temptations = decision.antiPatterns.map { antiPattern in
      Block.Item(
        RichText(antiPattern.title, .strong) + ": " + RichText(antiPattern.because, .prose) + " "
          + citations.marks(antiPattern.citations, of: antiPattern.origin),
        details: [RichText("instead: ", .quiet) + RichText(antiPattern.instead, .prose)])
    }
    return section("Warnings", warnings + capacityWarnings())
      + section("Mistakes that this profile tempts into", temptations)
  }
}
