package import CatalogModel
package import DecisionEngine
package import Requirements

extension Design {
  /// What will be built: a pure function of what was asked, decided and known.
  package init(_ profile: Profile, _ decision: Decision, _ catalog: Catalog, _ settings: WorkspaceSettings) {
    let choice = DesignChoice(profile.decision, decision, catalog)
    let remoteName = catalog.vocabulary.text(of: .remoteName, in: decision.answers)
    let contract = profile.contract ?? Contract(endpoint: nil, event: nil, messages: [])
    let consequences = DesignConsequences(of: choice.ids, decision, catalog)
    let practices = consequences.practices
    id = profile.id
    title = profile.title
    owner = profile.owner
    description = profile.description
    self.settings = settings
    pattern = choice.pattern
    topology = choice.topology
    technologies = choice.technologies
    self.practices = practices
    warnings = consequences.warnings
    reasons = [choice.pattern, choice.topology].compactMap { $0 }.flatMap {
      Reason.reasons(for: $0, decision)
    }
    options = decision.patterns
    margin = decision.recommendation.margin
    runnerUp = decision.recommendation.runnerUp
    isSettled = decision.recommendation.isSettled
    unknowns = Self.unknowns(of: decision, catalog.vocabulary)
    departures = choice.departures
    capacity = choice.capacity(decision, catalog)
    decisionBecause = profile.decision?.because
    answers = decision.answers
    derived = Set(decision.derived.keys)
    self.remoteName = remoteName
    self.contract = contract
    isAggregating =
      catalog.vocabulary.text(of: .orchestration, in: decision.answers) == "aggregate"
    flow =
      FlowMaker(
        technologies: choice.technologies, practices: practices, contract: contract, remoteName: remoteName,
        isInbound: Self.isInbound(decision.answers, catalog.vocabulary)
      ).flow
  }

  private static func unknowns(of decision: Decision, _ vocabulary: Vocabulary) -> [Requirement] {
    let asked = Set(decision.undeterminedRules.flatMap { $0.when.tests.map(\.requirement) })
    return asked.filter { decision.answers[$0] == nil }.sorted().map { vocabulary[$0] }
  }

  /// Whether the data comes to Salesforce, as far as the profile says so.
  private static func isInbound(_ answers: Answers, _ vocabulary: Vocabulary) -> Bool {
    if let dataFlow = vocabulary.text(of: .dataFlow, in: answers), dataFlow != "both" {
      return dataFlow == "into-salesforce"
    }
    return vocabulary.text(of: .direction, in: answers) == "external-to-salesforce"
  }
}

extension Reason {
  /// What the fired rules did for a candidate, the weightiest first.
  static func reasons(for candidate: RankedCandidate, _ decision: Decision) -> [Reason] {
    let requiring = decision.firedRules.filter { rule in
      rule.effects.contains {
        if case .require(let ids) = $0 { ids.contains(candidate.candidate.id) } else { false }
      }
    }
    return requiring.map { Reason(rule: $0, effect: .require, points: 0) }
      + candidate.contributions.map(Reason.init)
  }
}
