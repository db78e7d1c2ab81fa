import Requirements

extension CompiledLimit {
  /// Whether it is known to exclude the technologies that it binds, its condition holding.
  func excludes(_ answers: Answers) -> Bool {
    if let threshold {
      guard case .quantity(let value) = answers[threshold.requirement] else { return false }
      return value > threshold.most && mayExclude
    }
    guard canExclude(answers) else { return false }
    let spent = demand.evaluate(answers)
    guard spent.isKnown else { return false }
    switch allowances {
    case .any(let allowance): return spent.exceeds(greatest(allowance, answers))
    case .byEdition(let requirement, let amounts):
      if let edition = Self.edition(requirement, answers) {
        return amounts[edition].map { spent.exceeds(greatest($0, answers)) } ?? false
      }
      return !amounts.isEmpty
        && amounts.allSatisfy { $0.map { spent.exceeds(greatest($0, answers)) } ?? false }
    }
  }

  /// Whether its effect is an exclusion once it is exceeded.
  private func canExclude(_ answers: Answers) -> Bool {
    switch effect {
    case .excludes: true
    case .excludesDespiteAddOn: addOn?.isOwned(answers) == .yes
    case .namesAddOn, .warns: false
    }
  }

  /// The greatest that the allowance may come to, with the add-on unless it is known not to be owned.
  private func greatest(_ allowance: QuantityExpression, _ answers: Answers) -> QuantityValue {
    let base = allowance.evaluate(answers)
    let greatest = base == .unstated ? allowance.bounds(answers).greatest : base
    guard let addOn, addOn.isOwned(answers) != .no else { return greatest }
    return greatest + addOn.adds.bounds(answers).greatest
  }

  static func edition(_ requirement: Int?, _ answers: Answers) -> Int? {
    guard let requirement, case .choice(let edition) = answers[requirement] else { return nil }
    return edition
  }

  // MARK: Under every completion

  /// Whether some way to state the rest lets it exclude, its condition holding.
  func mayExclude(_ answers: Answers) -> Bool {
    switch effect {
    case .namesAddOn, .warns: return false
    case .excludesDespiteAddOn where addOn?.isOwned(answers) == .no: return false
    case .excludes, .excludesDespiteAddOn: break
    }
    let most = demand.bounds(answers).greatest
    return possibleAllowances(answers).contains { allowance in
      guard let allowance else { return false }
      let least = least(allowance, answers)
      return least == .undefined || most.exceeds(least)
    }
  }

  /// Whether every way to state the rest lets it exclude, its condition holding.
  func mustExclude(_ answers: Answers) -> Bool {
    guard canExclude(answers) else { return false }
    let least = demand.bounds(answers).least
    let allowances = possibleAllowances(answers)
    return !allowances.isEmpty
      && allowances.allSatisfy { allowance in
        guard let allowance else { return false }
        let bounds = allowance.bounds(answers)
        return bounds.least != .undefined && least.exceeds(greatest(allowance, answers))
      }
  }

  /// The allowances of the editions that the org may have; `nil` where one has no such limit.
  func possibleAllowances(_ answers: Answers) -> [QuantityExpression?] {
    switch allowances {
    case .any(let allowance): [allowance]
    case .byEdition(let requirement, let amounts):
      Self.edition(requirement, answers).map { [amounts[$0]] } ?? amounts
    }
  }

  private func least(_ allowance: QuantityExpression, _ answers: Answers) -> QuantityValue {
    let least = allowance.bounds(answers).least
    guard let addOn, effect == .excludesDespiteAddOn || addOn.isOwned(answers) == .yes else { return least }
    return least + addOn.adds.bounds(answers).least
  }
}
