import Requirements
import Packing

extension CatalogPacker {
  func write(_ rule: Rule, to pack: inout PackWriter) {
    pack.write(rule.id)
    write(rule.origin, to: &pack)
    rule.when.write(to: &pack)
    pack.write(rule.effects) { $0.write(to: &$1) }
  }

  func write(_ antiPattern: AntiPattern, to pack: inout PackWriter) {
    pack.write(antiPattern.id)
    write(antiPattern.origin, to: &pack)
    antiPattern.when.write(to: &pack)
    pack.write(antiPattern.recommended)
  }

  func write(_ derivation: Derivation, to pack: inout PackWriter) {
    pack.write(derivation.id)
    write(derivation.origin, to: &pack)
    pack.write(derivation.derives)
    pack.write(derivation.rows) {
      $0.when.write(to: &$1)
      $0.gives.write(to: &$1)
    }
    pack.write(derivation.because)
    write(derivation.citations, to: &pack)
  }

  func write(_ constraint: Constraint, to pack: inout PackWriter) {
    pack.write(constraint.id)
    write(constraint.origin, to: &pack)
    constraint.never.write(to: &pack)
    pack.write(constraint.because)
    write(constraint.citations, to: &pack)
  }
}

extension CatalogUnpacker {
  func rule(_ pack: inout PackReader) -> Rule {
    let id = pack.text()
    let (origin, entry) = place(&pack)
    return Rule(
      id: id, when: Predicate(from: &pack), effects: pack.list(Effect.init), examples: [],
      origin: origin, words: Deferred { Rule.Words(entry()) })
  }

  func antiPattern(_ pack: inout PackReader) -> AntiPattern {
    let id = pack.text()
    let (origin, entry) = place(&pack)
    return AntiPattern(
      id: id, when: Predicate(from: &pack), recommended: pack.texts(), examples: [],
      origin: origin, words: Deferred { AntiPattern.Words(entry()) })
  }

  func derivation(_ pack: inout PackReader) -> Derivation {
    let id = pack.text()
    let origin = place(&pack).origin
    return Derivation(
      id: id, derives: pack.integer(),
      rows: pack.list { Derivation.Row(when: Predicate(from: &$0), gives: Answer(from: &$0)) },
      because: pack.text(), citations: citations(&pack), examples: [], origin: origin)
  }

  func constraint(_ pack: inout PackReader) -> Constraint {
    let id = pack.text()
    let origin = place(&pack).origin
    return Constraint(
      id: id, never: Predicate(from: &pack), because: pack.text(), citations: citations(&pack),
      origin: origin)
  }
}

extension Effect {
  func write(to pack: inout PackWriter) {
    switch self {
    case .exclude(let ids):
      pack.write(0)
      pack.write(ids)
    case .require(let ids):
      pack.write(1)
      pack.write(ids)
    case .prefer(let ids, let points):
      pack.write(2)
      pack.write(ids)
      pack.write(points)
    case .avoid(let ids, let points):
      pack.write(3)
      pack.write(ids)
      pack.write(points)
    case .oblige(let practice, let on):
      pack.write(4)
      pack.write(practice)
      pack.write(on)
    case .warn(let message, let on):
      pack.write(5)
      pack.write(message)
      pack.write(on)
    }
  }

  init(from pack: inout PackReader) {
    switch pack.integer() {
    case 0: self = .exclude(pack.texts())
    case 1: self = .require(pack.texts())
    case 2: self = .prefer(pack.texts(), points: pack.integer())
    case 3: self = .avoid(pack.texts(), points: pack.integer())
    case 4: self = .oblige(practice: pack.text(), on: pack.texts())
    case 5: self = .warn(message: pack.text(), on: pack.texts())
    case let number: preconditionFailure("a pack has no effect \(number)")
    }
  }
}
