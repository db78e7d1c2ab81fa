import CatalogModel
import Requirements

/// Holds the demand of technologies against the limits that bind them, under one set of answers.
struct CapacityCheck {
  let table: DecisionTable
  let answers: Answers
  /// Those of the answers that nobody stated and that are the least that they may be.
  private let counted: [Limit.Minimum]

  init(table: DecisionTable, answers: Answers, counted: [Limit.Minimum] = []) {
    self.table = table
    self.answers = answers
    self.counted = counted
  }

  /// What is found for a technology, in the catalog's order; without limits that do not apply.
  ///
  /// - Parameter others: the ids of the technologies that are recommended besides.
  func findings(of candidate: Int, beside others: Set<String> = []) -> [CapacityFinding] {
    var unknown: Set<Int> = []
    return table.limits.rows(of: candidate).map { table.limits.rows[$0] }.compactMap { row in
      let demand = table.catalog.limits[row.limit].demands[row.row]
      guard others.isDisjoint(with: demand.unlessBeside) else { return nil }
      let finding = finding(row, candidate)
      guard finding?.verdict == .unknown else { return finding }
      return exceededAtLeast(row, candidate) ?? (unknown.insert(row.limit).inserted ? finding : nil)
    }
  }

  /// The finding where even the least that unstated answers may be exceeds the allowance.
  private func exceededAtLeast(_ row: CompiledLimit, _ candidate: Int) -> CapacityFinding? {
    let limit = table.catalog.limits[row.limit]
    let reckoned = row.demand.requirements + tested(row, limit)
    let counted = limit.minimums.filter {
      answers[$0.requirement] == nil && reckoned.contains($0.requirement)
    }
    guard !counted.isEmpty else { return nil }
    var least = answers
    for minimum in counted { least[minimum.requirement] = minimum.answer }
    let finding = CapacityCheck(table: table, answers: least, counted: counted).finding(row, candidate)
    return finding?.verdict == .exceeded ? finding : nil
  }

  private func finding(_ row: CompiledLimit, _ candidate: Int) -> CapacityFinding? {
    let limit = table.catalog.limits[row.limit]
    let condition = limit.condition(of: limit.demands[row.row]).evaluate(answers)
    let allowances = row.possibleAllowances(answers)
    guard condition != .no, let allowance = row.allowance(answers) else { return nil }
    let spent = row.demand.evaluate(answers)
    let verdict = condition == .yes ? verdict(spent, allowance, limit) : .unknown
    return CapacityFinding(
      technology: table.catalog.candidates[candidate], limit: limit, demand: limit.demands[row.row],
      verdict: verdict, effect: verdict == .exceeded ? effect(row) : .none, spent: spent,
      allowance: allowance, editions: row.editions(answers, table.catalog.vocabulary),
      grants: grants(row, allowances), isAddOnEnough: isAddOnEnough(row, spent),
      missingAddOns: verdict == .exceeded ? missingAddOns(row, limit, spent) : nil,
      counted: counted, restsOn: restsOn(row, limit, allowances.compactMap { $0 }),
      needs: verdict == .unknown ? needs(row, limit, allowances.compactMap { $0 }) : countedNeeds)
  }

  private func verdict(
    _ spent: QuantityValue, _ allowance: QuantityBounds, _ limit: Limit
  ) -> CapacityFinding.Verdict {
    guard spent.isKnown else { return .unknown }
    if spent.exceeds(allowance.greatest) { return .exceeded }
    let share = QuantityValue.finite(limit.tightFrom)
    if (share * allowance.least).exceeds(spent) { return .fits }
    let (bar, isWithin) = (
      share * allowance.greatest, allowance.least.isKnown && !spent.exceeds(allowance.least)
    )
    return isWithin && spent.isKnown && bar.isKnown && !bar.exceeds(spent) ? .tight : .unknown
  }

  /// What is not stated knocks nothing out.
  private func effect(_ row: CompiledLimit) -> CapacityFinding.Effect {
    switch row.effect {
    case .warns: .warns
    case .namesAddOn: .needsAddOn
    case .excludes: counted.isEmpty ? .excludes : .warns
    case .excludesDespiteAddOn:
      row.addOn?.isOwned(answers) != .yes ? .needsAddOn : counted.isEmpty ? .excludes : .warns
    }
  }

  private func grants(_ row: CompiledLimit, _ allowances: [QuantityExpression?]) -> [QuantityExpression] {
    guard allowances.count == 1, let allowance = allowances[0] else { return [] }
    guard let addOn = row.addOn else { return [allowance] }
    switch addOn.isOwned(answers) {
    case .no: return [allowance]
    case .yes: return [allowance, addOn.adds]
    case .unknown: return []
    }
  }

  private func isAddOnEnough(_ row: CompiledLimit, _ spent: QuantityValue) -> Bool? {
    guard let addOn = row.addOn, addOn.isOwned(answers) != .yes, spent.isKnown else { return nil }
    let bounds = row.allowance(answers, isAddOnOwned: true)
    guard let least = bounds?.least, least.isKnown else { return nil }
    return !spent.exceeds(least)
  }

  /// Of an add-on that is owned, one is counted as there: profiles do not state how many there are.
  private func missingAddOns(_ row: CompiledLimit, _ limit: Limit, _ spent: QuantityValue) -> Int? {
    guard let grant = limit.addOn?.grant, grant.isRepeatable, let addOn = row.addOn,
      let there = row.allowance(answers, isAddOnOwned: addOn.isOwned(answers) == .yes)?.greatest
    else { return nil }
    guard case .finite(let count) = (spent - there) / addOn.adds.evaluate(answers), count > .zero else {
      return nil
    }
    return count.roundedUp
  }

  // MARK: What it rests on

  private func restsOn(_ row: CompiledLimit, _ limit: Limit, _ allowances: [QuantityExpression]) -> [Int] {
    var requirements = Set(tested(row, limit).filter { answers[$0] != nil })
    requirements.formUnion(row.demand.basis(answers))
    for allowance in allowances { requirements.formUnion(allowance.basis(answers)) }
    requirements.formUnion(row.lookups.filter { answers[$0] != nil })
    return requirements.subtracting(counted.map(\.requirement)).sorted()
  }

  /// The requirements of its condition.
  private func tested(_ row: CompiledLimit, _ limit: Limit) -> [Int] {
    limit.condition(of: limit.demands[row.row]).tests.map(\.requirement)
  }

  private var countedNeeds: [[Int]] { counted.isEmpty ? [] : [counted.map(\.requirement)] }

  /// Condition and demand first; what the allowance depends on only where those are known.
  private func needs(_ row: CompiledLimit, _ limit: Limit, _ allowances: [QuantityExpression]) -> [[Int]] {
    let condition = tested(row, limit).filter { answers[$0] == nil }
    let demands = row.demand.needs(answers)
    if !condition.isEmpty || !demands.isEmpty {
      return (demands.isEmpty ? [[]] : demands).map { Set($0 + condition).sorted() }
    }
    let missing = Set(row.lookups.filter { answers[$0] == nil })
    let amounts = allowances.flatMap { $0.needs(answers).first ?? [] }
    let all = missing.union(amounts).sorted()
    return all.isEmpty ? [] : [all]
  }
}

extension CompiledLimit {
  /// The requirements that the allowance is looked up by.
  var lookups: [Int] {
    let edition: Int? =
      switch allowances {
      case .any: nil
      case .byEdition(let requirement, _): requirement
      }
    return [edition, addOn?.requirement].compactMap { $0 }
  }

  /// Everything that the allowance may come to; `nil` where no edition that the org may have has the limit.
  func allowance(_ answers: Answers, isAddOnOwned: Bool? = nil) -> QuantityBounds? {
    let amounts = possibleAllowances(answers)
    guard amounts.contains(where: { $0 != nil }) else { return nil }
    let bounds = amounts.map { amount in
      amount.map { withAddOn($0.bounds(answers), answers, isAddOnOwned) } ?? .unlimited
    }
    return bounds.dropFirst().reduce(bounds[0]) { $0.union($1) }
  }

  private func withAddOn(
    _ base: QuantityBounds, _ answers: Answers, _ isOwned: Bool?
  ) -> QuantityBounds {
    guard let addOn else { return base }
    let sum = base.adding(addOn.adds.bounds(answers))
    switch isOwned.map({ $0 ? Truth.yes : .no }) ?? addOn.isOwned(answers) {
    case .no: return base
    case .yes: return sum
    case .unknown: return base.union(sum)
    }
  }
}
