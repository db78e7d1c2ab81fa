package import CatalogModel
package import Requirements

/// How much of one limit one technology would spend.
package struct CapacityFinding: Sendable {
  package let technology: Candidate
  package let limit: Limit
  /// What the technology spends, and why.
  package let demand: Limit.Demand
  package let verdict: Verdict
  package let effect: Effect
  package let spent: QuantityValue
  /// One value where edition, licenses and add-on are known, or else everything that it may come to.
  package let allowance: QuantityBounds
  /// The editions that the allowance differs by; `nil` where it does not.
  package let editions: AllowanceEditions?
  /// What the allowance is made of, where it is certain: by edition, and the add-on where it is owned.
  package let grants: [QuantityExpression]
  /// Whether the add-on that is not known to be owned would be enough; `nil` where its figure is unknown.
  package let isAddOnEnough: Bool?
  /// How many add-ons, of one that can be bought several times, are missing at least; `nil` where the allowance is
  /// not exceeded, or they cannot be counted.
  package let missingAddOns: Int?
  /// What is counted of answers that nobody stated, in the vocabulary's order; only of an exceeded limit.
  package let counted: [Limit.Minimum]
  /// The stated requirements that the verdict rests on, in the vocabulary's order.
  package let restsOn: [Int]
  /// What has to be stated before there is a verdict that does not rest on the least: any one of these sets.
  package let needs: [[Int]]

  /// Where the demand lies within the allowance.
  package enum Verdict: String, Sendable, Hashable, CaseIterable {
    case exceeded, tight, unknown, fits
  }

  /// What that does to the technology.
  package enum Effect: String, Sendable, Hashable, CaseIterable {
    case none
    case excludes
    case needsAddOn = "needs-add-on"
    case warns
  }

  /// The least that the allowance may come to, unless even the greatest is exceeded.
  package var consideredAllowance: QuantityValue {
    verdict == .exceeded ? allowance.greatest : allowance.least
  }

  /// Whether the technology spends this much or more.
  package var isLeast: Bool {
    counted.contains { demand.amount.requirements.contains($0.requirement) }
  }

  /// The demand divided by the allowance.
  package var share: QuantityValue { spent / consideredAllowance }
}
