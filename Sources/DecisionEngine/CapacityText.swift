package import CatalogModel
package import Requirements

/// Puts the figures of one finding into words.
package struct CapacityText {
  private let finding: CapacityFinding
  private let answers: Answers
  private let vocabulary: Vocabulary

  /// - Parameter answers: those that the finding was made under.
  package init(_ finding: CapacityFinding, _ answers: Answers, _ catalog: Catalog) {
    self.finding = finding
    self.answers = finding.counted.reduce(into: answers) { $0[$1.requirement] = $1.answer }
    vocabulary = catalog.vocabulary
  }

  private var limit: Limit { finding.limit }
  private var kind: QuantityKind { finding.demand.amount.kind }

  /// The whole reckoning, such as `20,000 events per day × 1 consumers = 20,000 of 25,000 deliveries per 24h in the
  /// enterprise edition (80 %)`.
  package var arithmetic: String {
    let amount = finding.demand.amount
    let spelled = amount.spelled(answers, vocabulary)
    guard finding.spent.isKnown else { return spelled }
    let demand = amount.isReckoned(answers) ? "\(spelled) = \(self.demand)" : spelled
    return "\(demand) of \(reckonedAllowance)\(edition) (\(share))\(spread)\(counted)"
  }

  package var demand: String { (finding.isLeast ? "at least " : "") + render(finding.spent) }

  /// Which answers are counted though nobody stated them.
  private var counted: String {
    finding.counted.map { minimum in
      let answer = vocabulary.render(minimum.answer, of: minimum.requirement)
      return "; \(vocabulary[minimum.requirement].id) is not stated and counted as \(answer)"
    }.joined()
  }

  /// With unit, period and the edition that it is for; a range where edition, licenses or add-on leave one.
  package var allowance: String {
    switch finding.editions {
    case nil: measuredFigure
    case .stated(let edition): "\(measuredFigure), \(edition) edition"
    case .unstated: measuredFigure + ", edition not stated"
    }
  }

  private var measuredFigure: String { figure + measure }

  private var edition: String {
    guard case .stated(let edition) = finding.editions else { return "" }
    return " in the \(edition) edition"
  }

  /// What the editions have where nobody said which it is.
  private var spread: String {
    guard case .unstated(let least, let most, let without) = finding.editions else { return "" }
    let parts =
      least == most
      ? [Self.joined(least) + (least.count == 1 ? " has it" : " have the same")]
      : [
        Self.joined(least) + Self.have(least) + " the least",
        Self.joined(most) + Self.have(most) + " the most",
      ]
    let others = without.isEmpty ? [] : [Self.joined(without) + Self.have(without) + " no such limit"]
    return "; \(Limit.edition) is not stated: " + (parts + others).joined(separator: ", ")
  }

  private static func have(_ editions: [String]) -> String { editions.count == 1 ? " has" : " have" }

  private static func joined(_ words: [String]) -> String {
    let start = words.dropLast().joined(separator: ", ")
    return start.isEmpty ? words.joined() : start + " and " + words[words.count - 1]
  }

  private var figure: String {
    let (least, greatest) = (finding.allowance.least, finding.allowance.greatest)
    if finding.allowance.point != nil { return render(least) }
    switch finding.verdict {
    case .exceeded: return "at most " + render(greatest)
    case .fits: return "at least " + render(least)
    case .tight, .unknown:
      guard least.isKnown else { return "an unknown allowance" }
      return greatest == .unbounded
        ? "at least " + render(least)
        : render(least) + " to " + render(greatest)
    }
  }

  private func render(_ value: QuantityValue) -> String {
    value.rendered(as: kind, beside: [finding.spent, finding.allowance.least, finding.allowance.greatest])
  }

  private var measure: String {
    let unit = kind == .count ? " " + limit.unit : ""
    switch limit.period {
    case nil: return unit + " at a time"
    case "1s": return unit + " per second"
    case "1m": return unit + " per minute"
    case "1h": return unit + " per hour"
    case let period?: return unit + (period.hasPrefix("per ") ? " " : " per ") + period
    }
  }

  /// The allowance with the way to it, where it is reckoned and certain.
  private var reckonedAllowance: String {
    guard finding.allowance.point != nil, !finding.grants.isEmpty else { return measuredFigure }
    guard finding.grants.count > 1 || finding.grants[0].isReckoned(answers) else { return measuredFigure }
    let parts = finding.grants.map { $0.spelled(answers, vocabulary) }
    return parts.joined(separator: " + ") + " = " + measuredFigure
  }

  /// In percent, or in times where it is far beyond the allowance.
  package var share: String {
    switch finding.share {
    case .unstated, .undefined: "unknown"
    case .unbounded: "far beyond"
    case .finite(let share): bound + Self.percent(share)
    }
  }

  private var bound: String {
    guard !finding.isLeast else { return "at least " }
    guard finding.allowance.point == nil else { return "" }
    return finding.verdict == .exceeded ? "at least " : "at most "
  }

  private static func percent(_ share: Rational) -> String {
    guard let percent = share.multiplied(by: Rational(100)) else { return "far beyond" }
    if percent >= Rational(1_000) { return share.rendered + " times" }
    if percent > .zero, percent < (Rational(1, over: 10) ?? .one) { return "below 0.1 %" }
    if percent < Rational(10) { return tenths(percent).rendered + " %" }
    if percent.rounded == 100, percent != Rational(100) {
      return percent < Rational(100) ? "just below 100 %" : "just above 100 %"
    }
    return Rational(percent.rounded).rendered + " %"
  }

  private static func tenths(_ percent: Rational) -> Rational {
    percent.multiplied(by: Rational(10)).flatMap { Rational($0.rounded, over: 10) } ?? percent
  }

  /// What has to be stated before there is a verdict; `nil` where nothing would help.
  package var needs: String? {
    guard !finding.needs.isEmpty else { return nil }
    return finding.needs.map { need in
      need.map { vocabulary[$0].id.description }.joined(separator: " and ")
    }.joined(separator: ", or ")
  }

  /// What lifts the limit, where it is near or beyond; `nil` where nothing does.
  package var remedy: String? {
    guard let addOn = limit.addOn, finding.verdict != .fits else { return nil }
    guard !finding.allowance.least.exceeds(finding.spent), finding.effect != .excludes else { return nil }
    let isEnough = finding.isLeast ? "would be needed at least" : "would be enough"
    if let count = finding.missingAddOns, finding.isAddOnEnough != true {
      let another = finding.isAddOnEnough == nil ? "another " : ""
      return "\(another)\(Rational(count).rendered) × \(addOn.title) \(isEnough)"
    }
    switch finding.isAddOnEnough {
    case true?: return "\(addOn.title) \(isEnough)"
    case false?: return "not even with \(addOn.title)"
    case nil: return addOn.grant == nil ? "\(addOn.title) would lift it" : nil
    }
  }

  /// One line about a limit that is exceeded.
  package var warning: String {
    let verdict = "\(limit.title): \(arithmetic)"
    let doubt = limit.confidence == .low ? "; the figure is uncertain" : ""
    return verdict + (remedy.map { "; " + $0 } ?? "") + doubt
  }
}
