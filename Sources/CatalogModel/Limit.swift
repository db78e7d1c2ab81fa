package import Requirements

/// An allowance, and what the technologies that it binds spend of it.
package struct Limit: Identified, Hashable {
  package let id: String
  package let title: String
  /// A heading for lists.
  package let group: String
  /// What is counted; `size` or `duration` where the demand is one.
  package let unit: String
  /// Over which time or piece of work; `nil` where it holds at any one time.
  package let period: String?
  package let scope: String
  /// Whether all integrations of the org draw on it.
  package let isShared: Bool
  /// The limit is checked where this is yes and left out where it is no.
  package let when: Predicate
  /// What answers come to at the least where they are not stated.
  package let minimums: [Minimum]
  package let demands: [Demand]
  /// Whom it binds without a requirement that measures the demand.
  package let bindings: [Binding]
  package let allowances: [Allowance]
  package let addOn: AddOn?
  package let severity: Severity
  package let confidence: Confidence
  /// The share of the allowance from which it is tight.
  package let tightFrom: Rational
  /// The key of the org's limits resource, which holds the true figure.
  package let reads: String?
  package let because: String
  package let citations: [Citation]
  package let origin: Origin

  package init(
    id: String, title: String, group: String, unit: String, period: String?, scope: String, isShared: Bool,
    when: Predicate, minimums: [Minimum], demands: [Demand], bindings: [Binding], allowances: [Allowance],
    addOn: AddOn?,
    severity: Severity, confidence: Confidence, tightFrom: Rational, reads: String?, because: String,
    citations: [Citation], origin: Origin
  ) {
    self.id = id
    self.title = title
    self.group = group
    self.unit = unit
    self.period = period
    self.scope = scope
    self.isShared = isShared
    self.when = when
    self.minimums = minimums
    self.demands = demands
    self.bindings = bindings
    self.allowances = allowances
    self.addOn = addOn
    self.severity = severity
    self.confidence = confidence
    self.tightFrom = tightFrom
    self.reads = reads
    self.because = because
    self.citations = citations
    self.origin = origin
  }

  /// The least that an answer is counted as.
  package struct Minimum: Sendable, Hashable {
    /// The index of the requirement in the vocabulary.
    package let requirement: Int
    /// A count, or milliseconds, or bytes.
    package let amount: Int

    package init(requirement: Int, amount: Int) {
      self.requirement = requirement
      self.amount = amount
    }

    package var answer: Answer { .quantity(amount) }
  }

  /// What some technologies spend.
  package struct Demand: Sendable, Hashable {
    /// By id.
    package let technologies: [String]
    /// Besides the condition of the limit, that of this row.
    package let when: Predicate
    /// The technologies, by id, that spend in their stead where one of them is recommended besides.
    package let unlessBeside: [String]
    package let amount: QuantityExpression
    package let because: String

    package init(
      technologies: [String], when: Predicate, unlessBeside: [String] = [], amount: QuantityExpression,
      because: String
    ) {
      self.technologies = technologies
      self.when = when
      self.unlessBeside = unlessBeside
      self.amount = amount
      self.because = because
    }
  }

  /// Technologies that spend of it what no profile states.
  package struct Binding: Sendable, Hashable {
    package let technologies: [String]
    package let because: String

    package init(technologies: [String], because: String) {
      self.technologies = technologies
      self.because = because
    }
  }

  /// How much there is.
  package struct Allowance: Sendable, Hashable {
    /// A word of `licensing.edition`; `nil` for any edition.
    package let edition: String?
    package let amount: QuantityExpression

    package init(edition: String?, amount: QuantityExpression) {
      self.edition = edition
      self.amount = amount
    }
  }

  /// What lifts the limit.
  package struct AddOn: Sendable, Hashable {
    package let title: String
    /// What it adds to the allowance where `owned`, a word of `licensing.owned`, is owned.
    package let grant: Grant?
    package let citations: [Citation]

    package init(title: String, grant: Grant?, citations: [Citation]) {
      self.title = title
      self.grant = grant
      self.citations = citations
    }

    /// A known addition.
    package struct Grant: Sendable, Hashable {
      package let owned: String
      package let adds: QuantityExpression
      /// Whether it can be bought several times, each adding as much.
      package let isRepeatable: Bool

      package init(owned: String, adds: QuantityExpression, isRepeatable: Bool = false) {
        self.owned = owned
        self.adds = adds
        self.isRepeatable = isRepeatable
      }
    }
  }

  /// What becomes of a technology that exceeds it.
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case hard, soft
    case addOnAvailable = "add-on-available"
  }

  /// How well its figures are known.
  package enum Confidence: String, Sendable, Hashable, CaseIterable {
    case high, medium, low
  }
}

extension Limit {
  /// What its figures measure.
  package var kind: QuantityKind {
    (demands.first?.amount ?? allowances.first?.amount)?.kind ?? .count
  }

  /// Under which a demand is checked where this is yes, and left out where it is no.
  package func condition(of demand: Demand) -> Predicate {
    demand.when.tests.isEmpty ? when : Predicate(tests: when.tests + demand.when.tests)
  }

  /// Why a technology spends of it, or is bound by it; `nil` where it is not.
  package func reason(for technology: String) -> String? {
    demands.first { $0.technologies.contains(technology) }?.because
      ?? bindings.first { $0.technologies.contains(technology) }?.because
  }

  /// The requirements that allowances are looked up by.
  package static let edition = RequirementID(section: "licensing", key: "edition")
  package static let owned = RequirementID(section: "licensing", key: "owned")
  /// The key of an allowance that holds for every edition.
  package static let anyEdition = "any"
}
