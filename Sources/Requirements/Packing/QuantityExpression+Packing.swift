package import Packing

extension QuantityExpression {
  package func write(to pack: inout PackWriter) {
    kind.write(to: &pack)
    root.write(to: &pack)
  }

  package init(from pack: inout PackReader) {
    self.init(kind: QuantityKind(from: &pack), root: Term(from: &pack))
  }
}

extension QuantityKind {
  func write(to pack: inout PackWriter) {
    switch self {
    case .count: pack.write(0)
    case .size: pack.write(1)
    case .duration: pack.write(2)
    }
  }

  init(from pack: inout PackReader) {
    switch pack.integer() {
    case 0: self = .count
    case 1: self = .size
    case 2: self = .duration
    case let number: preconditionFailure("a pack has no kind of quantity \(number)")
    }
  }
}

extension QuantityExpression.Term {
  func write(to pack: inout PackWriter) {
    switch self {
    case .constant(let value, let kind): write(0, value, kind, to: &pack)
    case .answer(let requirement, let kind): write(1, requirement, kind, to: &pack)
    case .sum(let left, let right): write(2, left, right, to: &pack)
    case .difference(let left, let right): write(3, left, right, to: &pack)
    case .product(let left, let right): write(4, left, right, to: &pack)
    case .quotient(let left, let right): write(5, left, right, to: &pack)
    case .roundedUp(let term):
      pack.write(6)
      term.write(to: &pack)
    case .greatest(let left, let right): write(7, left, right, to: &pack)
    case .least(let left, let right): write(8, left, right, to: &pack)
    case .otherwise(let first, let second): write(9, first, second, to: &pack)
    }
  }

  private func write(_ tag: Int, _ value: Int, _ kind: QuantityKind, to pack: inout PackWriter) {
    pack.write(tag)
    pack.write(value)
    kind.write(to: &pack)
  }

  private func write(_ tag: Int, _ left: Self, _ right: Self, to pack: inout PackWriter) {
    pack.write(tag)
    left.write(to: &pack)
    right.write(to: &pack)
  }

  init(from pack: inout PackReader) {
    switch pack.integer() {
    case 0: self = .constant(pack.integer(), QuantityKind(from: &pack))
    case 1: self = .answer(requirement: pack.integer(), QuantityKind(from: &pack))
    case 2: self = .sum(Self(from: &pack), Self(from: &pack))
    case 3: self = .difference(Self(from: &pack), Self(from: &pack))
    case 4: self = .product(Self(from: &pack), Self(from: &pack))
    case 5: self = .quotient(Self(from: &pack), Self(from: &pack))
    case 6: self = .roundedUp(Self(from: &pack))
    case 7: self = .greatest(Self(from: &pack), Self(from: &pack))
    case 8: self = .least(Self(from: &pack), Self(from: &pack))
    case 9: self = .otherwise(Self(from: &pack), Self(from: &pack))
    case let number: preconditionFailure("a pack has no term \(number)")
    }
  }
}
