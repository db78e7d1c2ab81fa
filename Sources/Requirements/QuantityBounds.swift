/// Between which values an expression lies, whatever the answers are that are still missing.
package struct QuantityBounds: Sendable, Hashable {
  /// Undefined where no value is known to be the least.
  package let least: QuantityValue
  package let greatest: QuantityValue

  init(least: QuantityValue, greatest: QuantityValue) {
    self.least = least
    self.greatest = greatest
  }

  init(_ value: QuantityValue) { self.init(least: value, greatest: value) }

  /// Any answer at all.
  static let any = QuantityBounds(least: .finite(.zero), greatest: .unbounded)
  /// No bound at all.
  package static let unlimited = QuantityBounds(.unbounded)
  /// Not even that there is a value is certain.
  static let none = QuantityBounds(least: .undefined, greatest: .unbounded)

  private init(corners: [QuantityValue]) {
    if corners.contains(.undefined) {
      self = .none
    } else {
      self.init(
        least: corners.dropFirst().reduce(corners[0], QuantityValue.least),
        greatest: corners.dropFirst().reduce(corners[0], QuantityValue.greatest))
    }
  }

  static func corners(
    _ left: QuantityBounds, _ right: QuantityBounds,
    _ combine: (QuantityValue, QuantityValue) -> QuantityValue
  ) -> QuantityBounds {
    if let value = left.point, let other = right.point { return QuantityBounds(combine(value, other)) }
    let corners = [left.least, left.greatest].flatMap { first in
      [right.least, right.greatest].map { combine(first, $0) }
    }
    return QuantityBounds(corners: corners)
  }

  /// The value, where there is only one.
  package var point: QuantityValue? { least == greatest ? least : nil }

  /// Where the divisor may be zero, nothing is certain.
  func divided(by divisor: QuantityBounds) -> QuantityBounds {
    if divisor.point != nil || divisor.least.exceeds(.finite(.zero)) {
      return Self.corners(self, divisor, /)
    }
    return .none
  }

  package func adding(_ other: QuantityBounds) -> QuantityBounds { .corners(self, other, +) }

  /// Either of them.
  package func union(_ other: QuantityBounds) -> QuantityBounds {
    self == other ? self : QuantityBounds(corners: [least, greatest, other.least, other.greatest])
  }
}

extension QuantityExpression {
  /// Holds every value that the expression can come to once more is stated.
  package func bounds(_ answers: Answers) -> QuantityBounds { root.bounds(answers) }
}

extension QuantityExpression.Term {
  func bounds(_ answers: Answers) -> QuantityBounds {
    switch self {
    case .constant(let value, _): QuantityBounds(QuantityValue(value))
    case .answer(let requirement, _):
      answers[requirement] == nil ? .any : QuantityBounds(Self.value(of: answers[requirement]))
    case .sum(let left, let right): .corners(left.bounds(answers), right.bounds(answers), +)
    case .difference(let left, let right): .corners(left.bounds(answers), right.bounds(answers), -)
    case .product(let left, let right): .corners(left.bounds(answers), right.bounds(answers), *)
    case .quotient(let left, let right): left.bounds(answers).divided(by: right.bounds(answers))
    case .roundedUp(let term): term.bounds(answers).roundedUp
    case .greatest(let left, let right):
      .corners(left.bounds(answers), right.bounds(answers), QuantityValue.greatest)
    case .least(let left, let right):
      .corners(left.bounds(answers), right.bounds(answers), QuantityValue.least)
    case .otherwise(let first, let second):
      first.isStated(answers)
        ? first.bounds(answers) : first.bounds(answers).union(second.bounds(answers))
    }
  }
}

extension QuantityBounds {
  var roundedUp: QuantityBounds {
    QuantityBounds(least: least.roundedUp, greatest: greatest.roundedUp)
  }
}
