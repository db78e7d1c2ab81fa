import CatalogModel
import DecisionEngine
import Requirements

/// A catalog of one pattern whose only role `a` plays better than `b`, and of the limits under test.
struct CapacityCatalog {
  static let vocabulary = Vocabulary(requirements: [
    requirement("volume", "events", .count), requirement("landscape", "consumers", .count),
    requirement("licensing", "edition", .enumeration(["developer", "enterprise", "unlimited"])),
    requirement("licensing", "owned", .list(["event-add-on", "mulesoft"])),
    requirement("exchange", "trigger", .enumeration(["schedule", "event"])),
  ])

  private static func requirement(_ section: String, _ key: String, _ type: RequirementType) -> Requirement {
    Requirement(id: RequirementID(section: section, key: key), type: type, asks: key)
  }

  /// The indices of the requirements.
  enum Index {
    static let (events, consumers, edition, owned, trigger) = (0, 1, 2, 3, 4)
  }

  /// The words of the enumeration and the bits of the list.
  static let (developer, enterprise, unlimited) = (Answer.choice(0), Answer.choice(1), Answer.choice(2))
  static let (ownsNothing, ownsAddOn) = (Answer.choices(0), Answer.choices(1))

  static func answers(_ values: [Int: Answer]) -> Answers {
    var answers = Answers(count: vocabulary.requirements.count)
    for (index, answer) in values { answers[index] = answer }
    return answers
  }

  static func expression(_ text: String) throws -> QuantityExpression {
    try QuantityExpression.parse(text, vocabulary: vocabulary)
  }

  /// A limit that binds `a`, with allowances by edition, or one for `any`.
  static func limit(
    id: String = "deliveries", demand: String = "volume.events * landscape.consumers",
    of technologies: [String] = ["a"],
    allowance: [String: String] = ["developer": "10_000", "enterprise": "25_000", "unlimited": "50_000"],
    adds: String? = nil, isRepeatable: Bool = false, hasAddOn: Bool = false, severity: Limit.Severity = .hard,
    confidence: Limit.Confidence = .high, tightFrom: String = "0.7", when: Predicate = Predicate(tests: []),
    rowWhen: Predicate = Predicate(tests: []), minimums: [Int: Int] = [:]
  ) throws -> Limit {
    let grant = try adds.map {
      Limit.AddOn.Grant(owned: "event-add-on", adds: try expression($0), isRepeatable: isRepeatable)
    }
    let hasAddOn = hasAddOn || grant != nil
    return Limit(
      id: id, title: id, group: "Events", unit: "deliveries", period: "24h", scope: "org", isShared: true,
      when: when,
      minimums: minimums.sorted { $0.key < $1.key }.map {
        Limit.Minimum(requirement: $0.key, amount: $0.value)
      },
      demands: [
        Limit.Demand(
          technologies: technologies, when: rowWhen, amount: try expression(demand), because: "copies")
      ],
      bindings: [],
      allowances: try allowance.sorted { $0.key < $1.key }.map { edition, amount in
        Limit.Allowance(edition: edition == "any" ? nil : edition, amount: try expression(amount))
      },
      addOn: hasAddOn ? Limit.AddOn(title: "More", grant: grant, citations: []) : nil, severity: severity,
      confidence: confidence, tightFrom: Rational(decimal: tightFrom) ?? .one, reads: nil,
      because: "shared", citations: [], origin: origin)
  }

  private static let origin = Origin(file: "tiny.yaml", line: 1)

  let catalog: Catalog
  let table: DecisionTable

  init(_ limits: [Limit], rules: [Rule] = []) {
    let technologies = [Self.candidate("a", .technology, 1), Self.candidate("b", .technology, 2)]
    let role = Role(
      id: "publish", when: Predicate(tests: []), after: [], isOptional: false, isFromTopology: false,
      candidates: [Self.rated("a", .best), Self.rated("b", .good)])
    catalog = Catalog(
      id: "tiny", title: "Tiny", version: "1.0.0", digest: "", vocabulary: Self.vocabulary, sources: [],
      roles: [RoleDescription(id: "publish", title: "Publish", does: "publishes")],
      candidates: [
        Self.candidate("pattern", .pattern, 1, roles: [role]), Self.candidate("topology", .topology, 1),
      ] + technologies,
      practices: [], antiPatterns: [], rules: Entries([Self.patternIsPreferred] + rules), derivations: [],
      constraints: [], limits: Entries(limits), scenarios: [])
    table = DecisionTable(catalog)
  }

  private static func candidate(
    _ id: String, _ kind: CandidateKind, _ order: Int, roles: [Role] = []
  ) -> Candidate {
    Candidate(
      id: id, kind: kind, title: id, order: order, intent: "", bestWhen: [], wrongWhen: [], practices: [],
      citations: [], roles: roles, facts: nil, origin: origin)
  }

  private static func rated(_ id: String, _ fit: Fit) -> RatedTechnology {
    RatedTechnology(id: id, fit: fit, ratings: [], because: nil, citations: [])
  }

  private static let patternIsPreferred = rule(
    "prefer-pattern", Predicate(tests: []), .prefer(["pattern"], points: 10))

  static func rule(_ id: String, _ when: Predicate, _ effect: Effect) -> Rule {
    Rule(
      id: id, title: id, when: when, effects: [effect], because: id, citations: [], examples: [],
      origin: origin)
  }

  static func test(_ requirement: Int, _ accepts: Acceptance) -> Predicate {
    Predicate(tests: [RequirementTest(requirement: requirement, accepts: accepts)])
  }

  /// What is recommended for the role.
  func technologies(_ answers: Answers) -> [String] {
    var evaluation = table.makeEvaluation()
    table.rank(table.complete(answers).answers, into: &evaluation)
    return evaluation.ranking.technologies.map { catalog.candidates[$0.candidate].id }
  }
}
