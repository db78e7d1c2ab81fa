package import CatalogModel
package import DecisionEngine
import JSONSyntax
package import Reporting
package import Requirements

/// What an architect reads about one decision.
package struct RecommendationReport {
  let profile: Profile
  let decision: Decision
  let outlook: Outlook
  let catalog: Catalog
  var citations: CitationList
  /// How many reasons, outcomes and flips are shown in full.
  let isVerbose: Bool

  package init(
    profile: Profile, decision: Decision, outlook: Outlook, catalog: Catalog, isVerbose: Bool = false
  ) {
    self.profile = profile
    self.decision = decision
    self.outlook = outlook
    self.catalog = catalog
    self.isVerbose = isVerbose
    citations = CitationList(catalog)
  }

  /// - Parameter isForMachines: whether the payload is wanted, which costs as much as all the rest.
  package static func make(
    profile: Profile, decision: Decision, outlook: Outlook, catalog: Catalog, isVerbose: Bool = false,
    isForMachines: Bool = true
  ) -> Report {
    var report = RecommendationReport(
      profile: profile, decision: decision, outlook: outlook, catalog: catalog, isVerbose: isVerbose)
    let payload = RecommendationPayload(
      profile: profile, decision: decision, outlook: outlook, catalog: catalog)
    return Report(blocks: report.blocks(), payload: isForMachines ? payload.value : .object([]))
  }

  var recommendation: Recommendation { decision.recommendation }

  private mutating func blocks() -> [Block] {
    var blocks: [Block] = [.heading(level: 1, "\(profile.title) (\(profile.id))")]
    blocks += verdict()
    blocks += reasons()
    blocks += practices()
    blocks += capacity()
    blocks += warnings()
    blocks += departures()
    blocks += unknowns()
    blocks += flips()
    blocks += section("Sources", citations.items)
    return blocks
  }

  /// A section with its heading, or nothing where it has no items.
  func section(_ title: RichText, _ items: [Block.Item], intro: RichText? = nil) -> [Block] {
    guard !items.isEmpty else { return [] }
    return [.heading(level: 2, title)] + (intro.map { [.paragraph($0)] } ?? []) + [.list(items)]
  }

  // MARK: Verdict

  private mutating func verdict() -> [Block] {
    var rows: [[RichText]] = [["Pattern", patternCell(), patternStanding()]]
    rows.append([
      "Topology", name(recommendation.topology, otherwise: "none is eligible"), topologyStanding(),
    ])
    for (number, technology) in recommendation.technologies.enumerated() {
      rows.append([
        number == 0 ? "Technologies" : "",
        RichText("\(number + 1). ") + name(technology.ranked, otherwise: ""),
        RichText(technology.role.does),
      ])
    }
    let columns = [Block.Column("Decision"), Block.Column("Recommended"), Block.Column("Standing")]
    return [.heading(level: 2, "Recommendation"), .table(Block.Table(columns: columns, rows: rows))] + gaps()
  }

  private func patternCell() -> RichText {
    name(recommendation.pattern, otherwise: "none yet: no rule that fires speaks for one")
  }

  private func name(_ ranked: RankedCandidate?, otherwise: String) -> RichText {
    guard let ranked else { return RichText(otherwise, .bad) }
    return RichText(ranked.candidate.title, .strong) + " (\(ranked.candidate.id))"
  }

  private func patternStanding() -> RichText {
    guard let pattern = recommendation.pattern else { return "" }
    guard let runnerUp = recommendation.runnerUp, let margin = recommendation.margin else {
      return "\(pattern.score.inPoints); no other pattern is eligible"
    }
    return standing(pattern, margin, ahead: runnerUp)
  }

  private func topologyStanding() -> RichText {
    guard let topology = recommendation.topology else { return "" }
    if topology.contributions.isEmpty { return "the simplest; no rule that fires speaks for another" }
    let runnerUp = decision.topologies.dropFirst().first { $0.isEligible }
    guard let runnerUp, let margin = recommendation.topologyMargin else {
      return RichText(topology.score.inPoints)
    }
    return standing(topology, margin, ahead: runnerUp)
  }

  private func standing(_ winner: RankedCandidate, _ margin: Int, ahead runnerUp: RankedCandidate) -> RichText
  {
    let lead = margin == 0 ? "tied with" : "\(margin) ahead of"
    return "\(winner.score.inPoints), \(lead) \(runnerUp.candidate.id)"
  }

  private func gaps() -> [Block] {
    guard !recommendation.gaps.isEmpty else { return [] }
    let items = recommendation.gaps.map { gap in
      let role = catalog.role(gap)?.title ?? gap
      return Block.Item(RichText(role, .strong) + ": no technology that the catalog knows is eligible")
    }
    return [.list(items)]
  }
}
