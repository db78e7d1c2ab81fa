package import CatalogModel
package import DecisionEngine
import JSONSyntax
package import Reporting
package import Requirements

/// What an architect reads about a candidate that is not recommended.
package struct WhyNotReport {
  let decision: Decision
  let catalog: Catalog
  let whyNot: WhyNot
  var citations: CitationList
  let premises: PremiseText
  let conditions: ConditionText

  init(_ whyNot: WhyNot, of profile: Profile, _ decision: Decision, _ catalog: Catalog) {
    self.whyNot = whyNot
    self.decision = decision
    self.catalog = catalog
    citations = CitationList(catalog)
    premises = PremiseText(
      decision: decision, vocabulary: catalog.vocabulary, inherited: profile.inherited)
    conditions = ConditionText(vocabulary: catalog.vocabulary)
  }

  /// For people the answer alone; for machines the whole decision with the answer as its member `whyNot`.
  package static func make(
    _ whyNots: [WhyNot], profile: Profile, decision: Decision, outlook: Outlook, catalog: Catalog
  ) -> Report {
    var blocks: [Block] = [.heading(level: 1, "\(profile.title) (\(profile.id))")]
    for whyNot in whyNots {
      var report = WhyNotReport(whyNot, of: profile, decision, catalog)
      blocks += report.blocks()
    }
    let payload = RecommendationPayload(
      profile: profile, decision: decision, outlook: outlook, catalog: catalog)
    let values = whyNots.map {
      WhyNotPayload(payload: payload, conditions: ConditionText(vocabulary: catalog.vocabulary)).value(of: $0)
    }
    return Report(blocks: blocks, payload: payload.value.adding("whyNot", .array(values)))
  }

  var candidate: Candidate { whyNot.standing.candidate }

  private mutating func blocks() -> [Block] {
    var blocks: [Block] = [.heading(level: 2, "Why not \(RichText(candidate.id, .code))?")]
    blocks += [.paragraph(verdict())]
    blocks += section("What rules it out", exclusions())
    blocks += section("Its part in the recommended design", parts())
    blocks += contrast()
    blocks += section("The reasons behind the points", reasons())
    blocks += section("One answer away", whyNot.nearMisses.map { chance($0) })
    blocks += section("Rules that wait for an answer", whyNot.waiting.map { chance($0) })
    if !whyNot.isRecommended { blocks += answers() }
    return blocks + section("Sources", citations.items)
  }

  private func section(_ title: RichText, _ items: [Block.Item]) -> [Block] {
    items.isEmpty ? [] : [.heading(level: 2, title), .list(items)]
  }

  // MARK: Verdict

  private func verdict() -> RichText {
    let name = RichText(candidate.title, .strong) + " (\(candidate.id))"
    if whyNot.isRecommended { return name + " is recommended." }
    guard whyNot.standing.isEligible else {
      let isElsewhere = candidate.kind == .technology && whyNot.parts.isEmpty
      return name + " is knocked out; points do not count against that. "
        + (isElsewhere
          ? "Nor is it a part of the recommended pattern and topology. " + elsewhere() : recommended())
    }
    if candidate.kind == .technology, whyNot.parts.isEmpty {
      return name + " plays no part in the recommended pattern and topology. " + elsewhere()
    }
    guard let winner = whyNot.winner else {
      return name + " is not ruled out, but no rule that fires speaks for it."
    }
    let behind = winner.score - whyNot.standing.score
    let margin: RichText =
      behind > 0
      ? "\(behind.inPoints) behind" : behind == 0 ? "as many points as" : "\((-behind).inPoints) ahead of"
    let also: RichText = behind > 0 ? "" : "; \(tieBreak())"
    return name
      + " has \(whyNot.standing.score.inPoints), \(margin) \(RichText(winner.candidate.id, .strong))\(also)."
  }

  private func recommended() -> RichText {
    whyNot.winner.map { "Recommended is \(RichText($0.candidate.id, .strong))." }
      ?? "No other stands in its place."
  }

  private func tieBreak() -> RichText {
    if whyNot.parts.contains(where: { $0.obstacle != .none }) { return "its part says what is in the way" }
    return "status and the declared order of the catalog decide"
  }

  /// Where a technology would play a part.
  private func elsewhere() -> RichText {
    let owners = catalog.candidates.filter { owner in
      owner.roles.contains { role in role.candidates.contains { $0.id == candidate.id } }
    }
    guard !owners.isEmpty else { return "No role of the catalog lists it." }
    return "It does in \(RichText(owners.map(\.id).joined(separator: ", ")))."
  }

  // MARK: Knock-outs

  private mutating func exclusions() -> [Block.Item] {
    let rules = whyNot.standing.exclusions.map { rule in
      Block.Item(
        RichText(rule.id, .code) + ": " + RichText(rule.because, .prose) + " "
          + citations.marks(rule.citations, of: rule.origin),
        details: [RichText("because ", .quiet) + premises.premises(of: rule.when)])
    }
    let limits = whyNot.standing.exceededLimits.map { finding in
      Block.Item(
        RichText(finding.limit.id, .code) + ": "
          + RichText(CapacityText(finding, decision.answers, catalog).warning) + ". "
          + RichText(finding.limit.because, .prose) + " "
          + citations.marks(finding.limit.citations, of: finding.limit.origin),
        details: [
          RichText("because ", .quiet) + finding.restsOn.map { premises.premise($0) }.joined(separator: ", ")
        ])
    }
    return rules + limits
  }
}
