import CatalogModel
import Requirements

/// One row of a limit in the evaluator's form.
struct CompiledLimit: Sendable {
  /// The indices of the limit in the catalog and of the row among its demands.
  let limit: Int
  let row: Int
  /// The clause of its condition; `nil` where it has none.
  let clause: Int?
  let demand: QuantityExpression
  let allowances: Allowances
  let addOn: AddOn?
  let effect: Effect
  /// The requirement and the figure beyond which it is exceeded, where it is as simple as that.
  let threshold: (requirement: Int, most: Int)?
  /// The requirements whose figures it is reckoned from.
  let figures: [Int]
  /// Those of them of which more may exceed the limit, and never the other way round.
  let growing: [Int]

  /// How much there is.
  enum Allowances: Sendable {
    case any(QuantityExpression)
    /// By the index of the edition; `nil` where that edition has no such limit. The requirement is `nil`
    /// where the vocabulary does not ask for the edition.
    case byEdition(requirement: Int?, [QuantityExpression?])

    var amounts: [QuantityExpression] {
      switch self {
      case .any(let amount): [amount]
      case .byEdition(_, let amounts): amounts.compactMap { $0 }
      }
    }
  }

  /// What is added where a word of a list is owned.
  struct AddOn: Sendable {
    let requirement: Int
    let word: UInt64
    let adds: QuantityExpression

    func isOwned(_ answers: Answers) -> Truth {
      guard case .choices(let held) = answers[requirement] else { return .unknown }
      return held & word == 0 ? .no : .yes
    }
  }

  /// What becomes of a technology that exceeds it.
  enum Effect: Int, Sendable {
    case excludes
    /// Only where the add-on is owned and is not enough; otherwise the add-on is named.
    case excludesDespiteAddOn
    case namesAddOn
    case warns
  }

  /// `nil` where no allowance could be read.
  init?(_ limit: Limit, index: Int, row: Int, clause: Int?, vocabulary: Vocabulary) {
    guard let allowances = Allowances(limit.allowances, vocabulary) else { return nil }
    self.limit = index
    self.row = row
    self.clause = clause
    self.allowances = allowances
    demand = limit.demands[row].amount
    addOn = limit.addOn?.grant.flatMap { AddOn($0, vocabulary) }
    effect = Effect(limit, isBounded: addOn != nil && limit.addOn?.grant?.isRepeatable == false)
    threshold = Self.threshold(demand, allowances, addOn)
    let allowed = allowances.amounts
    figures = Set(([demand] + allowed).flatMap(\.requirements)).sorted()
    let fixed = Set((allowed + [addOn?.adds].compactMap { $0 }).flatMap(\.requirements))
    growing = demand.neverFalls ? figures.filter { !fixed.contains($0) } : []
  }

  /// Every requirement that it is reckoned with.
  var requirements: [Int] { figures + (addOn?.adds.requirements ?? []) + lookups }

  var mayExclude: Bool {
    switch effect {
    case .excludes, .excludesDespiteAddOn: true
    case .namesAddOn, .warns: false
    }
  }

  private static func threshold(
    _ demand: QuantityExpression, _ allowances: Allowances, _ addOn: AddOn?
  ) -> (requirement: Int, most: Int)? {
    guard addOn == nil, case .any(let allowance) = allowances else { return nil }
    guard let requirement = demand.soleRequirement, let most = allowance.constant else { return nil }
    return (requirement, most)
  }
}

extension CompiledLimit.Allowances {
  init?(_ allowances: [Limit.Allowance], _ vocabulary: Vocabulary) {
    if let any = allowances.first(where: { $0.edition == nil }) {
      self = .any(any.amount)
      return
    }
    guard !allowances.isEmpty else { return nil }
    let requirement = vocabulary.index(of: Limit.edition)
    let words = requirement.map { vocabulary[$0].type.words } ?? []
    let amounts = words.map { word in allowances.first { $0.edition == word }?.amount }
    self = .byEdition(requirement: requirement, amounts)
  }
}

extension CompiledLimit.AddOn {
  init?(_ grant: Limit.AddOn.Grant, _ vocabulary: Vocabulary) {
    guard let requirement = vocabulary.index(of: Limit.owned),
      let index = vocabulary[requirement].type.words.firstIndex(of: grant.owned)
    else { return nil }
    self.init(requirement: requirement, word: 1 << UInt64(index), adds: grant.adds)
  }
}

extension CompiledLimit.Effect {
  /// - Parameter isBounded: whether it is known how much the add-on adds at most.
  init(_ limit: Limit, isBounded: Bool) {
    switch (limit.confidence, limit.severity) {
    case (.low, _), (_, .soft): self = .warns
    case (_, .hard): self = .excludes
    case (_, .addOnAvailable): self = isBounded ? .excludesDespiteAddOn : .namesAddOn
    }
  }
}
