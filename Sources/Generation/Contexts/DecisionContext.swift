import CatalogModel
import DecisionEngine
import DesignModel
import Requirements
import Templating

/// What was decided and why, as templates see it.
struct DecisionContext {
  private let design: Design
  private let catalog: Catalog
  private let selection: KindSelection
  private var citations: CitationIndex
  /// What is said of a rule wherever it counts, by its id.
  private var rules: [String: TemplateObject] = [:]

  init(_ design: Design, _ catalog: Catalog, _ selection: KindSelection) {
    self.design = design
    self.catalog = catalog
    self.selection = selection
    citations = CitationIndex(catalog: catalog)
  }

  /// The members of the context, the sources numbered in their order.
  mutating func members() -> TemplateObject {
    var members: TemplateObject = [
      "reasons": reasons(), "technologies": technologies(), "practices": practices(), "warnings": warnings(),
      "options": options(), "limits": limits(), "unknowns": unknowns, "departures": departures,
      "pattern": candidate(design.pattern, among: .pattern),
      "topology": candidate(design.topology, among: .topology),
      "margin": .optional(design.margin), "runner-up": .optional(design.runnerUp?.candidate.title),
      "settled": .bool(design.isSettled), "decision-because": .optional(design.decisionBecause),
    ]
    members["uses"] = flags(catalog.candidates(of: .technology).map(\.id), design.uses)
    members["obliges"] = flags(catalog.practices.ids, design.obliges)
    members["makes"] = flags(selection.known, selection.makes)
    members["missing-parts"] = .words(selection.missingParts.map(\.rawValue))
    members["citations"] = citations.all
    return members
  }

  private func flags(_ ids: [String], _ holds: (String) -> Bool) -> TemplateValue {
    .object(TemplateObject(ids.map { ($0, .bool(holds($0))) }))
  }

  private func candidate(_ ranked: RankedCandidate?, among kind: CandidateKind) -> TemplateValue {
    guard let ranked else { return .null }
    return .object([
      "id": .string(ranked.candidate.id), "title": .string(ranked.candidate.title),
      "intent": .string(ranked.candidate.intent), "score": .integer(ranked.score),
      "is": flags(catalog.candidates(of: kind).map(\.id)) { $0 == ranked.candidate.id },
    ])
  }

  private mutating func technologies() -> TemplateValue {
    var elements: [TemplateObject] = []
    for technology in design.technologies {
      elements.append([
        "id": .string(technology.candidate.id), "title": .string(technology.candidate.title),
        "intent": .string(technology.candidate.intent), "role": .optional(technology.role?.id),
        "role-title": .optional(technology.role?.title), "because": .string(technology.because),
        "source": citations.value(technology.citations),
        "is-scaffolded": .bool(selection.scaffolds(technology.candidate.id)),
        "has-kinds": .bool(selection.knows(technology.candidate.id)),
      ])
    }
    return .elements(elements)
  }

  private mutating func practices() -> TemplateValue {
    var elements: [TemplateObject] = []
    for obliged in design.practices {
      let words = obliged.practice.words
      elements.append([
        "id": .string(obliged.practice.id), "title": .string(words.title),
        "intent": .string(words.intent), "how": .string(words.how),
        "because": .string(obliged.because), "source": citations.value(obliged.citations),
      ])
    }
    return .elements(elements)
  }

  private mutating func warnings() -> TemplateValue {
    var elements: [TemplateObject] = []
    for warning in design.warnings {
      elements.append([
        "id": .string(warning.id), "message": .string(warning.message),
        "source": citations.value(warning.citations),
      ])
    }
    return .elements(elements)
  }

  /// The limits of the technologies, the gravest first, each with all technologies that share it.
  private mutating func limits() -> TemplateValue {
    var elements: [TemplateObject] = []
    for group in CapacityGroup.groups(of: design.capacity) {
      let text = CapacityText(group.finding, design.answers, catalog)
      elements.append([
        "id": .string(group.finding.limit.id), "title": .string(group.finding.limit.title),
        "technologies": .string(group.titles), "demand": .string(text.demand),
        "allowance": .string(text.allowance), "share": .string(text.share),
        "verdict": .enumeration(
          group.finding.verdict.rawValue, of: CapacityFinding.Verdict.allCases.map(\.rawValue)),
        "needs": .optional(text.needs), "because": .string(group.finding.limit.because),
        "source": citations.value(group.finding.limit.citations),
      ])
    }
    return .elements(elements)
  }

  private mutating func reasons() -> TemplateValue {
    var elements: [TemplateObject] = []
    for reason in design.reasons { elements.append(contribution(reason)) }
    return .elements(elements)
  }

  private mutating func contribution(_ reason: Reason) -> TemplateObject {
    var contribution = described(reason.rule)
    contribution["effect"] = .string(reason.effect.rawValue)
    contribution["points"] = .integer(reason.points)
    return contribution
  }

  private mutating func described(_ rule: Rule) -> TemplateObject {
    if let known = rules[rule.id] { return known }
    let words = rule.words
    let restsOn = rule.when.tests.map { catalog.vocabulary[$0.requirement].id.description }
    let described: TemplateObject = [
      "rule": .string(rule.id), "title": .string(words.title), "because": .string(words.because),
      "source": citations.value(rule.citations), "rests-on": .words(restsOn),
    ]
    rules[rule.id] = described
    return described
  }

  private mutating func options() -> TemplateValue {
    var elements: [TemplateObject] = []
    for option in design.options {
      var exclusions: [TemplateObject] = []
      for rule in option.exclusions {
        let words = rule.words
        exclusions.append([
          "title": .string(words.title), "because": .string(words.because),
          "source": citations.value(rule.citations),
        ])
      }
      var contributions: [TemplateObject] = []
      for contribution in option.contributions {
        contributions.append(self.contribution(Reason(contribution)))
      }
      elements.append([
        "id": .string(option.candidate.id), "title": .string(option.candidate.title),
        "score": .integer(option.score), "eligible": .bool(option.isEligible),
        "chosen": .bool(option.candidate.id == design.pattern?.candidate.id),
        "excluded-by": .elements(exclusions), "contributions": .elements(contributions),
      ])
    }
    return .elements(elements)
  }

  private var unknowns: TemplateValue {
    .elements(
      design.unknowns.map { requirement in
        ["requirement": .string(requirement.id.description), "asks": .string(requirement.asks)]
      })
  }

  private var departures: TemplateValue {
    .elements(
      design.departures.map { departure in
        [
          "what": .string(departure.what.word), "recommended": .string(Self.titles(departure.recommended)),
          "decided": .string(Self.titles(departure.decided)),
        ]
      })
  }

  private static func titles(_ candidates: [Candidate]) -> String {
    candidates.isEmpty ? "none" : candidates.map(\.title).joined(separator: ", ")
  }
}
