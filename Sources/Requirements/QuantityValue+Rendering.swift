extension QuantityValue {
  /// The figure for people, with at most two decimals; a duration in a unit that also says the others exactly.
  package func rendered(as kind: QuantityKind, beside others: [QuantityValue] = []) -> String {
    switch self {
    case .unstated: "unknown"
    case .undefined: "undefined"
    case .unbounded: kind == .duration ? "unbounded" : "beyond counting"
    case .finite(let value):
      switch kind {
      case .count: value.rendered
      case .size: value.rendered(in: Quantity.sizeUnits)
      case .duration: value.rendered(in: Self.units(that: others))
      }
    }
  }

  private static func units(that others: [QuantityValue]) -> [(name: String, factor: Int)] {
    Quantity.durationUnits.filter { unit in
      others.allSatisfy { other in
        guard case .finite(let value) = other, value.isWhole else { return true }
        return value.numerator % unit.factor == 0
      }
    }
  }
}

extension Rational {
  /// With a comma between each three digits and at most two decimals, such as `8.89`.
  package var rendered: String {
    guard !isWhole, let hundredths = multiplied(by: Rational(100))?.rounded else {
      return Quantity.renderCount(isWhole ? numerator : rounded)
    }
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    var decimals = rest < 10 ? "0\(rest)" : "\(rest)"
    while decimals.last == "0" { decimals.removeLast() }
    let sign = hundredths < 0 ? "-" : ""
    return sign + Quantity.renderCount(whole) + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// In the largest unit that says it exactly, or else in the largest that is not above it.
  fileprivate func rendered(in units: [(name: String, factor: Int)]) -> String {
    let fitting = units.filter { self >= Rational($0.factor) }
    let exact = fitting.last { isWhole && numerator % $0.factor == 0 && numerator / $0.factor < 10_000 }
    let unit = exact ?? fitting.last ?? units[0]
    return (multiplied(by: Rational(unit.factor).inverse ?? .one) ?? self).rendered + unit.name
  }
}
