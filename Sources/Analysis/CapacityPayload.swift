import CatalogModel
import DecisionEngine
import JSONSyntax
import Requirements

/// Capacity findings for machines.
struct CapacityPayload {
  let answers: Answers
  let catalog: Catalog

  /// Sizes are in bytes and durations in milliseconds.
  func value(of finding: CapacityFinding) -> JSONValue {
    let text = CapacityText(finding, answers, catalog)
    let kind = finding.demand.amount.kind
    return [
      "limit": .string(finding.limit.id), "title": .string(finding.limit.title),
      "technology": .string(finding.technology.id), "unit": .string(unit(of: finding.limit, kind)),
      "period": finding.limit.period.map(JSONValue.string) ?? .null, "scope": .string(finding.limit.scope),
      "shared": .bool(finding.limit.isShared), "demand": number(finding.spent),
      "allowance": number(finding.consideredAllowance),
      "allowanceIsCertain": .bool(finding.allowance.point != nil), "edition": edition(of: finding),
      "share": number(finding.share),
      "verdict": .string(finding.verdict.rawValue), "effect": .string(finding.effect.rawValue),
      "severity": .string(finding.limit.severity.rawValue),
      "confidence": .string(finding.limit.confidence.rawValue), "arithmetic": .string(text.arithmetic),
      "counted": .object(finding.counted.map(counted)),
      "restsOn": names(finding.restsOn), "needs": .array(finding.needs.map(names)),
      "addOn": addOn(of: finding), "because": .string(finding.limit.because),
      "demandBecause": .string(finding.demand.because),
      "source": CitationList.words(finding.limit.citations, in: catalog),
      "file": .string(finding.limit.origin.file),
    ]
  }

  /// As an exclusion by a rule, with the limit in the rule's place.
  func exclusion(_ finding: CapacityFinding) -> JSONValue {
    let warning = CapacityText(finding, answers, catalog).warning
    return [
      "limit": .string(finding.limit.id), "restsOn": names(finding.restsOn),
      "because": .string("\(warning). \(finding.limit.because)"),
      "source": CitationList.words(finding.limit.citations, in: catalog),
      "file": .string(finding.limit.origin.file),
    ]
  }

  /// Exceeded limits that knock nothing out, each once.
  func warnings(_ findings: [CapacityFinding]) -> [JSONValue] {
    CapacityGroup.groups(of: findings).map(\.finding).filter { $0.effect != .none }.map { finding in
      [
        "id": .string(finding.limit.id),
        "message": .string(CapacityText(finding, answers, catalog).warning),
        "source": CitationList.words(finding.limit.citations, in: catalog),
        "file": .string(finding.limit.origin.file),
      ]
    }
  }

  private func unit(of limit: Limit, _ kind: QuantityKind) -> String {
    switch kind {
    case .count: limit.unit
    case .size: "bytes"
    case .duration: "milliseconds"
    }
  }

  /// Null where the limit is the same in every edition.
  private func edition(of finding: CapacityFinding) -> JSONValue {
    switch finding.editions {
    case nil: .null
    case .stated(let edition): ["stated": .string(edition)]
    case .unstated(let least, let most, let without):
      ["stated": .null, "least": .strings(least), "most": .strings(most), "without": .strings(without)]
    }
  }

  private func addOn(of finding: CapacityFinding) -> JSONValue {
    guard let addOn = finding.limit.addOn else { return .null }
    return [
      "title": .string(addOn.title), "owned": addOn.grant.map { .string($0.owned) } ?? .null,
      "adds": addOn.grant.map { number($0.adds.evaluate(answers)) } ?? .null,
      "enough": isEnough(finding).map(JSONValue.bool) ?? .null,
      "missing": finding.missingAddOns.map(JSONValue.integer) ?? .null,
      "source": CitationList.words(addOn.citations, in: catalog),
    ]
  }

  /// Whether one is enough, as far as the demand is known.
  private func isEnough(_ finding: CapacityFinding) -> Bool? {
    finding.isLeast && finding.isAddOnEnough == true ? nil : finding.isAddOnEnough
  }

  /// What an answer that nobody stated is counted as.
  private func counted(_ minimum: Limit.Minimum) -> JSONMember {
    JSONMember(catalog.vocabulary[minimum.requirement].id.description, .integer(minimum.amount))
  }

  private func names(_ requirements: [Int]) -> JSONValue {
    .strings(requirements.map { catalog.vocabulary[$0].id.description })
  }

  /// With at most four decimals; null where there is no figure.
  private func number(_ value: QuantityValue) -> JSONValue {
    guard case .finite(let figure) = value else { return .null }
    if figure.isWhole { return .integer(figure.numerator) }
    guard let scaled = figure.multiplied(by: Rational(10_000))?.rounded else {
      return .integer(figure.rounded)
    }
    let (whole, rest) = abs(scaled).quotientAndRemainder(dividingBy: 10_000)
    var decimals = String(10_000 + rest).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    if decimals.isEmpty { return .integer(scaled / 10_000) }
    return .decimal((scaled < 0 ? "-" : "") + "\(whole).\(decimals)")
  }
}
