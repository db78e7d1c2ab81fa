/// What an expression over quantities comes to; nothing is rounded, and nothing overflows unseen.
package enum QuantityValue: Sendable, Hashable {
  case finite(Rational)
  /// Without a bound, or beyond what can be counted.
  case unbounded
  /// Divided by zero, or one thing without a bound against another.
  case undefined
  /// A requirement that it needs is not stated.
  case unstated

  package init(_ whole: Int) { self = .finite(Rational(whole)) }

  /// Whether there is a figure to compare.
  package var isKnown: Bool {
    switch self {
    case .finite, .unbounded: true
    case .undefined, .unstated: false
    }
  }

  /// Whether both have a figure and this one is the greater.
  package func exceeds(_ other: QuantityValue) -> Bool {
    switch (self, other) {
    case (.finite(let left), .finite(let right)): left > right
    case (.unbounded, .finite): true
    default: false
    }
  }
}

// MARK: - Arithmetic

extension QuantityValue {
  package static func + (left: QuantityValue, right: QuantityValue) -> QuantityValue {
    combine(left, right) { left, right in
      switch (left, right) {
      case (.finite(let a), .finite(let b)):
        a.adding(b).map(finite) ?? beyond(a.approximation + b.approximation)
      case (.unbounded, _), (_, .unbounded): .unbounded
      default: .undefined
      }
    }
  }

  package static func - (left: QuantityValue, right: QuantityValue) -> QuantityValue {
    combine(left, right) { left, right in
      switch (left, right) {
      case (.finite(let a), .finite(let b)):
        a.adding(b.negated).map(finite) ?? beyond(a.approximation - b.approximation)
      case (.unbounded, .finite): .unbounded
      default: .undefined
      }
    }
  }

  package static func * (left: QuantityValue, right: QuantityValue) -> QuantityValue {
    combine(left, right) { left, right in
      switch (left, right) {
      case (.finite(let a), .finite(let b)):
        a.multiplied(by: b).map(finite) ?? beyond(a.approximation * b.approximation)
      case (.finite(let factor), .unbounded), (.unbounded, .finite(let factor)):
        factor == .zero ? .finite(.zero) : factor > .zero ? .unbounded : .undefined
      case (.unbounded, .unbounded): .unbounded
      default: .undefined
      }
    }
  }

  package static func / (left: QuantityValue, right: QuantityValue) -> QuantityValue {
    combine(left, right) { left, right in
      switch (left, right) {
      case (_, .finite(let divisor)): divisor.inverse.map { left * .finite($0) } ?? .undefined
      case (.finite, .unbounded): .finite(.zero)
      default: .undefined
      }
    }
  }

  /// The least whole value that is not below it.
  package var roundedUp: QuantityValue {
    if case .finite(let value) = self { QuantityValue(value.roundedUp) } else { self }
  }

  package static func greatest(_ left: QuantityValue, _ right: QuantityValue) -> QuantityValue {
    combine(left, right) { left, right in right.exceeds(left) ? right : left }
  }

  package static func least(_ left: QuantityValue, _ right: QuantityValue) -> QuantityValue {
    combine(left, right) { left, right in left.exceeds(right) ? right : left }
  }

  /// What is not stated outweighs what is not defined, since an answer may still change it.
  private static func combine(
    _ left: QuantityValue, _ right: QuantityValue,
    _ known: (QuantityValue, QuantityValue) -> QuantityValue
  ) -> QuantityValue {
    if left == .unstated || right == .unstated { return .unstated }
    return left == .undefined || right == .undefined ? .undefined : known(left, right)
  }

  /// A figure that is no fraction of machine numbers: too great, or too fine to be told exactly.
  private static func beyond(_ approximation: Double) -> QuantityValue {
    approximation > 0x1p62 ? .unbounded : .undefined
  }
}
