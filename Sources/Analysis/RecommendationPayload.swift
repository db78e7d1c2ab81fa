import CatalogModel
import DecisionEngine
import Diagnostics
import JSONSyntax
import Requirements

/// A decision for machines, as `decision/1` lays it out.
struct RecommendationPayload {
  let profile: Profile
  let decision: Decision
  let outlook: Outlook
  let catalog: Catalog

  let capacity: CapacityPayload

  init(profile: Profile, decision: Decision, outlook: Outlook, catalog: Catalog) {
    self.profile = profile
    self.decision = decision
    self.outlook = outlook
    self.catalog = catalog
    capacity = CapacityPayload(answers: decision.answers, catalog: catalog)
  }

  private var recommendation: Recommendation { decision.recommendation }

  var value: JSONValue {
    [
      "schema": "decision/1",
      "profile": [
        "id": .string(profile.id), "title": .string(profile.title), "path": .string(profile.file.name),
      ],
      "catalog": .object(identity),
      "recommendation": recommended,
      "candidates": [
        "patterns": .array(decision.patterns.map(candidate)),
        "topologies": .array(decision.topologies.map(candidate)),
        "technologies": .array(decision.technologies.map(candidate)),
      ],
      "answers": .object(answers),
      "derived": .array(derived),
      "inherited": .array(inherited),
      "unknowns": .array(outlook.unknowns.map(unknown)),
      "flips": .array(outlook.flips.map(flip)),
      "capacity": .array(decision.capacity.map(capacity.value)),
      "antiPatterns": .array(decision.antiPatterns.map(antiPattern)),
      "contradictions": .array(decision.violatedConstraints.map(contradiction)),
    ]
  }

  private var identity: [JSONMember] {
    let members = [
      JSONMember("id", .string(catalog.id)), JSONMember("version", .string(catalog.version)),
      JSONMember("digest", .string(catalog.digest)),
    ]
    guard let overlays = catalog.overlays else { return members }
    let names = overlays.overlays.map { overlay -> JSONValue in
      ["id": .string(overlay.id), "title": .string(overlay.title), "folder": .string(overlay.folder)]
    }
    return members + [JSONMember("overlays", .array(names))]
  }

  // MARK: Recommendation

  private var recommended: JSONValue {
    [
      "pattern": named(recommendation.pattern),
      "topology": named(recommendation.topology),
      "technologies": .array(recommendation.technologies.map(technology)),
      "practices": .array(recommendation.practices.map(practice)),
      "warnings": .array(
        recommendation.warnings.map(warning) + capacity.warnings(decision.capacity)),
      "runnerUp": named(recommendation.runnerUp),
      "margin": recommendation.margin.map(JSONValue.integer) ?? .null,
      "topologyMargin": recommendation.topologyMargin.map(JSONValue.integer) ?? .null,
      "unfilledRoles": .strings(recommendation.gaps),
      "settled": .bool(recommendation.isSettled),
    ]
  }

  func named(_ ranked: RankedCandidate?) -> JSONValue {
    guard let ranked else { return .null }
    return [
      "id": .string(ranked.candidate.id), "title": .string(ranked.candidate.title),
      "score": .integer(ranked.score),
    ]
  }

  private func technology(_ technology: RecommendedTechnology) -> JSONValue {
    [
      "id": .string(technology.ranked.candidate.id), "title": .string(technology.ranked.candidate.title),
      "role": .string(technology.role.id), "fit": .string(technology.rated.fit.word),
      "score": .integer(technology.ranked.score), "source": words(technology.rated.citations),
    ]
  }

  private func practice(_ obliged: ObligedPractice) -> JSONValue {
    [
      "id": .string(obliged.practice.id), "title": .string(obliged.practice.title),
      "because": .string(obliged.because), "obligedBy": .string(obliged.obligedBy),
      "source": words(obliged.citations), "file": file(of: obliged.obligedBy),
    ]
  }

  private func warning(_ warning: RaisedWarning) -> JSONValue {
    [
      "id": .string(warning.id), "message": .string(warning.message), "source": words(warning.citations),
      "file": file(of: warning.id),
    ]
  }

  /// Where the rule or the candidate of an id stands.
  private func file(of id: String) -> JSONValue { catalog.origin(of: id).map { .string($0.file) } ?? .null }

  // MARK: Candidates

  private func candidate(_ ranked: RankedCandidate) -> JSONValue {
    [
      "id": .string(ranked.candidate.id), "title": .string(ranked.candidate.title),
      "eligible": .bool(ranked.isEligible), "score": .integer(ranked.score),
      "contributions": .array(ranked.contributions.map(contribution)),
      "excludedBy": .array(
        ranked.exclusions.map(exclusion) + ranked.exceededLimits.map(capacity.exclusion)),
    ]
  }

  func contribution(_ contribution: RankedCandidate.Contribution) -> JSONValue {
    let (rule, points) = (contribution.rule, contribution.points)
    return [
      "rule": .string(rule.id), "effect": points > 0 ? "prefer" : "avoid", "points": .integer(points),
      "restsOn": restsOn(rule), "because": .string(rule.because), "source": words(rule.citations),
      "file": .string(rule.origin.file),
    ]
  }

  func exclusion(_ rule: Rule) -> JSONValue {
    [
      "rule": .string(rule.id), "restsOn": restsOn(rule), "because": .string(rule.because),
      "source": words(rule.citations), "file": .string(rule.origin.file),
    ]
  }

  func restsOn(_ rule: Rule) -> JSONValue {
    .strings(rule.when.tests.map { catalog.vocabulary[$0.requirement].id.description })
  }

  // MARK: Answers

  private var answers: [JSONMember] {
    catalog.vocabulary.requirements.indices.compactMap { index in
      decision.answers[index].map { JSONMember(catalog.vocabulary[index].id.description, machine($0, index)) }
    }
  }

  private var derived: [JSONValue] {
    decision.derived.sorted { $0.key < $1.key }.map { index, derivation in
      [
        "requirement": .string(catalog.vocabulary[index].id.description),
        "value": decision.answers[index].map { machine($0, index) } ?? .null,
        "because": .string(derivation.because), "source": words(derivation.citations),
      ]
    }
  }

  private var inherited: [JSONValue] {
    profile.inherited.sorted().map { index in
      let place = profile.places[index]
      return [
        "requirement": .string(catalog.vocabulary[index].id.description),
        "value": decision.answers[index].map { machine($0, index) } ?? .null,
        "file": place.map { .string($0.file.name) } ?? .null,
        "line": place.map { .integer($0.range.start.line) } ?? .null,
      ]
    }
  }

  private func machine(_ answer: Answer, _ index: Int) -> JSONValue {
    catalog.vocabulary.machineValue(of: answer, index)
  }

  // MARK: Outlook

  private func unknown(_ question: OpenQuestion) -> JSONValue {
    let requirement = catalog.vocabulary[question.requirement]
    return [
      "requirement": .string(requirement.id.description), "asks": .string(requirement.asks),
      "canChange": .strings(question.canChange.map(\.rawValue)),
      "outcomes": .array(
        question.outcomes.map { outcome in
          .object([JSONMember("if", .string(outcome.answer.text))] + members(outcome.choice))
        }),
    ]
  }

  func flip(_ flip: Flip) -> JSONValue {
    let id = catalog.vocabulary[flip.requirement].id.description
    return [
      "set": .object([JSONMember(id, machine(flip.answer.sample, flip.requirement))]),
      "to": .object(members(flip.choice)), "changes": .strings(flip.changes.map(\.rawValue)),
    ]
  }

  private func members(_ choice: Choice) -> [JSONMember] {
    [
      JSONMember("pattern", choice.pattern.map(JSONValue.string) ?? .null),
      JSONMember("topology", choice.topology.map(JSONValue.string) ?? .null),
      JSONMember("technologies", .strings(choice.technologies)),
    ]
  }

  private func antiPattern(_ antiPattern: AntiPattern) -> JSONValue {
    [
      "id": .string(antiPattern.id), "title": .string(antiPattern.title),
      "because": .string(antiPattern.because),
      "instead": .string(antiPattern.instead), "source": words(antiPattern.citations),
      "file": .string(antiPattern.origin.file),
    ]
  }

  private func contradiction(_ constraint: Constraint) -> JSONValue {
    [
      "id": .string(constraint.id), "because": .string(constraint.because),
      "source": words(constraint.citations),
    ]
  }

  func words(_ citations: [Citation]) -> JSONValue { CitationList.words(citations, in: catalog) }
}
