import Packing
import Requirements

extension CompiledLimit {
  init(from pack: inout PackReader) {
    limit = pack.integer()
    row = pack.integer()
    clause = pack.optional { $0.integer() }
    demand = QuantityExpression(from: &pack)
    allowances = Allowances(from: &pack)
    addOn = pack.optional(AddOn.init)
    effect = Effect(rawValue: pack.integer()) ?? .warns
    threshold = pack.optional { ($0.integer(), $0.integer()) }
    figures = pack.integers()
    growing = pack.integers()
  }

  func write(to pack: inout PackWriter) {
    pack.write(limit)
    pack.write(row)
    pack.write(clause) { $1.write($0) }
    demand.write(to: &pack)
    allowances.write(to: &pack)
    pack.write(addOn) { $0.write(to: &$1) }
    pack.write(effect.rawValue)
    pack.write(threshold) {
      $1.write($0.requirement)
      $1.write($0.most)
    }
    pack.write(figures) { $1.write($0) }
    pack.write(growing) { $1.write($0) }
  }
}

extension CompiledLimit.Allowances {
  init(from pack: inout PackReader) {
    switch pack.integer() {
    case 0: self = .any(QuantityExpression(from: &pack))
    case 1:
      self = .byEdition(
        requirement: pack.optional { $0.integer() }, pack.list { $0.optional(QuantityExpression.init) })
    case let number: preconditionFailure("a pack has no allowances \(number)")
    }
  }

  func write(to pack: inout PackWriter) {
    switch self {
    case .any(let amount):
      pack.write(0)
      amount.write(to: &pack)
    case .byEdition(let requirement, let amounts):
      pack.write(1)
      pack.write(requirement) { $1.write($0) }
      pack.write(amounts) { $1.write($0) { $0.write(to: &$1) } }
    }
  }
}

extension CompiledLimit.AddOn {
  init(from pack: inout PackReader) {
    self.init(requirement: pack.integer(), word: pack.bits(), adds: QuantityExpression(from: &pack))
  }

  func write(to pack: inout PackWriter) {
    pack.write(requirement)
    pack.write(bits: word)
    adds.write(to: &pack)
  }
}
